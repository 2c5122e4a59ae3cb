package dev.waxwing.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules that every piece of human text in the model shares: composed Unicode, no control characters, a longest length. */
public final class Text {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\x85]+");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF\\uFFFE\\uFFFF&&[^\\s\\x85]]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*");

    private Text() {}

    /**
     * One line of text: outer blanks removed, inner ones folded to single spaces, in Unicode form NFC.
     *
     * @param max the most characters allowed
     * @throws BlogException.Invalid if nothing is left that can be seen, or it is longer than {@code max}
     */
    public static String line(String field, String raw, int max) {
        String line = BLANKS.matcher(clean(raw)).replaceAll(" ").strip();
        if (UNSEEN.matcher(line).matches()) {
            throw new BlogException.Invalid(field, "The %s must not be empty".formatted(field));
        }
        return within(field, line, max);
    }

    /**
     * Text of any number of lines, possibly empty: outer blanks removed, in Unicode form NFC, lines ended by {@code \n}.
     *
     * @param max the most characters allowed
     * @throws BlogException.Invalid if it is longer than {@code max}
     */
    public static String lines(String field, String raw, int max) {
        return within(field, clean(LINE_BREAK.matcher(raw).replaceAll("\n")).strip(), max);
    }

    private static String clean(String raw) {
        return Normalizer.normalize(NOT_TEXT.matcher(raw).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String within(String field, String text, int max) {
        if (text.length() > max) {
            throw new BlogException.Invalid(
                    field,
                    String.format(
                            Locale.ROOT,
                            "The %s has %,d characters; at most %,d are allowed",
                            field,
                            text.length(),
                            max));
        }
        return text;
    }
}
