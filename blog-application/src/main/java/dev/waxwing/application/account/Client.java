package dev.waxwing.application.account;

import java.util.List;

/**
 * Where a request comes from.
 *
 * @param address on the network in numbers, at most 64 characters; of IPv6 with all its eight groups (RFC 4291, section 2.2)
 * @param program what it says of itself, such as the name of a browser, at most 200 characters
 */
public record Client(String address, String program) {
    private static final int GROUPS_OF_IPV6 = 8;
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_PROGRAM = 200;

    public Client {
        address = cut(address, LONGEST_ADDRESS);
        program = cut(program, LONGEST_PROGRAM);
    }

    /** What counts as one visitor: the address, or of IPv6 its first 64 bits, because whoever has one has all of those. */
    public String network() {
        String[] groups = address.split(":", -1);
        return groups.length == GROUPS_OF_IPV6
                ? String.join(":", List.of(groups).subList(0, GROUPS_OF_IPV6 / 2))
                : address;
    }

    /** Whether it is the machine on which the blog runs. */
    public boolean isThisMachine() {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
