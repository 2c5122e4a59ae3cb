package dev.waxwing.adapter.archive;

/** A file of the archive cannot become a post; says where and why. */
final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line counted from 1; 0 when no line is to blame */
    UnreadableFile(int line, String reason) {
        super(reason);
        this.line = line;
    }

    int line() {
        return line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
