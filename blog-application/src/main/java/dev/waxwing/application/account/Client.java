package dev.waxwing.application.account;

/**
 * Where a request comes from.
 *
 * @param address on the network, at most 64 characters
 * @param program what it says of itself, such as the name of a browser, at most 200 characters
 */
public record Client(String address, String program) {
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_PROGRAM = 200;

    public Client {
        address = cut(address, LONGEST_ADDRESS);
        program = cut(program, LONGEST_PROGRAM);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
