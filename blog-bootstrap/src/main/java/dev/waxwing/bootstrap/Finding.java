package dev.waxwing.bootstrap;

import java.util.Locale;

/**
 * Something that was looked at.
 *
 * @param name of what was looked at, such as {@code disk}
 * @param words what was found, without a full stop
 * @param advice what to do, as a sentence; empty while all is well
 */
record Finding(Level level, String name, String words, String advice) {
    private static final String BETWEEN = "\t";

    /** How bad it is. */
    enum Level {
        OK,
        /** It works, and may not for long, or not as well as it could. */
        WARNING,
        /** Something does not work. */
        WRONG;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String name, String words) {
        return new Finding(Level.OK, name, words, "");
    }

    static Finding warning(String name, String words, String advice) {
        return new Finding(Level.WARNING, name, words, advice);
    }

    static Finding wrong(String name, String words, String advice) {
        return new Finding(Level.WRONG, name, words, advice);
    }

    /** As it goes from a server to a command. */
    String line() {
        return String.join(BETWEEN, level.name(), onOneLine(name), onOneLine(words), onOneLine(advice));
    }

    /** @throws IllegalArgumentException if it is no such line */
    static Finding ofLine(String line) {
        String[] parts = line.split(BETWEEN, -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("'%s' is no finding".formatted(line));
        }
        return new Finding(Level.valueOf(parts[0]), parts[1], parts[2], parts[3]);
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
