package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.NumericAddress;
import dev.waxwing.domain.shared.BlogException;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** Neighbouring addresses: those that begin with the same bits (CIDR, RFC 4632 and RFC 4291). */
final class Network {
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    private final byte[] first;
    private final int bits;

    private Network(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /**
     * @param text such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}, or a single address
     * @throws BlogException.Invalid if it is neither
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] first = NumericAddress.of(slash < 0 ? text : text.substring(0, slash))
                .map(InetAddress::getAddress)
                .orElseThrow(() -> refusal(text));
        String length = slash < 0 ? String.valueOf(first.length * Byte.SIZE) : text.substring(slash + 1);
        if (!BITS.matcher(length).matches() || Integer.parseInt(length) > first.length * Byte.SIZE) {
            throw refusal(text);
        }
        return new Network(first, Integer.parseInt(length));
    }

    private static BlogException refusal(String text) {
        return new BlogException.Invalid(
                "network", "'%s' is no network, such as 10.0.0.0/8 or 2001:db8::/32".formatted(text));
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        return other.length == first.length && agrees(other);
    }

    private boolean agrees(byte[] other) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((first[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
