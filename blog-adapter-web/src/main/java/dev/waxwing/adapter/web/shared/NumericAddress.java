package dev.waxwing.adapter.web.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that are written in numbers (RFC 4291, section 2.2, and RFC 6943, section 3.1.1). Names are never looked up. */
public final class NumericAddress {
    private static final String NUMBER = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern FOUR_NUMBERS = Pattern.compile(String.join("\\.", NUMBER, NUMBER, NUMBER, NUMBER));
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;

    private NumericAddress() {}

    /** @return nothing if it is a name, or no address */
    public static Optional<InetAddress> of(String text) {
        return text.indexOf(':') < 0 ? four(text).map(NumericAddress::address) : sixteen(text);
    }

    private static Optional<byte[]> four(String text) {
        Matcher numbers = FOUR_NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(numbers.group(i + 1));
        }
        return Optional.of(bytes);
    }

    /** The last two groups may be written as four numbers. */
    private static Optional<InetAddress> sixteen(String text) {
        String last = text.substring(text.lastIndexOf(':') + 1);
        String groups = four(last)
                .map(ByteBuffer::wrap)
                .map(four -> "%x:%x".formatted(four.getShort(), four.getShort()))
                .map(written -> text.substring(0, text.length() - last.length()) + written)
                .orElse(text);
        String[] ends = groups.split("::", -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        String[] first = groups(ends[0]);
        String[] rest = ends.length == 2 ? groups(ends[1]) : new String[0];
        int left = GROUPS - first.length - rest.length;
        if (ends.length == 2 ? left < 1 : left != 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * GROUPS);
        return write(bytes, first) && write(bytes.position(2 * (GROUPS - rest.length)), rest)
                ? Optional.of(address(bytes.array()))
                : Optional.empty();
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean write(ByteBuffer bytes, String[] groups) {
        for (String group : groups) {
            if (!GROUP.matcher(group).matches()) {
                return false;
            }
            bytes.putShort((short) Integer.parseInt(group, 16));
        }
        return true;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes", e);
        }
    }
}
