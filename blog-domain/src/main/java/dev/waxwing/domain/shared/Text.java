package dev.waxwing.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules that every piece of human text in the model shares: composed Unicode, no control characters, a longest length. */
public final class Text {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF&&[^\\n\\t]]");

    private Text() {}

    /**
     * One line of text: outer blanks removed, inner ones folded to single spaces, in Unicode form NFC.
     *
     * @param max the most characters allowed
     * @throws BlogException.Invalid if nothing is left or it is longer than {@code max}
     */
    public static String line(String field, String raw, int max) {
        String line = BLANKS.matcher(clean(raw)).replaceAll(" ").strip();
        if (line.isEmpty()) {
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
        return within(field, clean(raw.replace("\r\n", "\n").replace('\r', '\n')).strip(), max);
    }

    private static String clean(String raw) {
        return CONTROLS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("");
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
