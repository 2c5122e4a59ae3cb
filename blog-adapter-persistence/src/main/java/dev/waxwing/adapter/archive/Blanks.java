package dev.waxwing.adapter.archive;

import java.util.regex.Pattern;

/** Blanks of all scripts, ends of lines and control characters, as they stand in titles and terms. */
final class Blanks {
    private static final Pattern SOME = Pattern.compile("[\\p{Z}\\s\\p{Cc}]+");

    private Blanks() {}

    /** Text with one space wherever some of them stand. */
    static String single(String text) {
        return SOME.matcher(text).replaceAll(" ");
    }
}
