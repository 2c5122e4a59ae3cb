package dev.waxwing.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules that every piece of human text in the model shares: composed Unicode, a longest length, and nothing that is no
 * text: control characters but tabs and ends of lines, halves of surrogate pairs, U+FFFE and U+FFFF (Unicode 23.1 and 23.7,
 * XML 1.0, section 2.2). Characters that are merely not seen are kept, since they join and direct letters.
 */
public final class Text {
    /** Where a line breaks, with the blanks around it, which are looked at once however many there are. */
    private static final Pattern BREAK = Pattern.compile(
            "(?<!\\p{Zs})\\p{Zs}*+[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029][\\p{Zs}\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]*+");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\s\\x85]]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0]*");

    private Text() {}

    /**
     * One line of text: outer blanks removed, tabs and ends of lines folded to single spaces, in Unicode form NFC.
     *
     * @param max the most characters allowed
     * @throws BlogException.Invalid if it holds what is no text, is longer than {@code max}, or has nothing that can be seen
     */
    public static String line(String field, String raw, int max) {
        String line = stripped(BREAK.matcher(composed(field, raw)).replaceAll(" "));
        if (UNSEEN.matcher(line).matches()) {
            throw new BlogException.Invalid(field, "The %s must not be empty".formatted(field));
        }
        return within(field, line, max);
    }

    /**
     * Text of any number of lines, possibly empty: outer blanks removed, in Unicode form NFC, lines ended by {@code \n}.
     *
     * @param max the most characters allowed
     * @throws BlogException.Invalid if it holds what is no text, or is longer than {@code max}
     */
    public static String lines(String field, String raw, int max) {
        return within(
                field, LINE_BREAK.matcher(composed(field, raw)).replaceAll("\n").strip(), max);
    }

    /** What is left of words that nobody can mend, as names of files and archives of other systems, when all is out that is no text. */
    public static String legible(String raw) {
        return NOT_TEXT.matcher(raw).replaceAll("");
    }

    private static String composed(String field, String raw) {
        Matcher wrong = NOT_TEXT.matcher(raw);
        if (wrong.find()) {
            throw new BlogException.Invalid(
                    field,
                    String.format(
                            Locale.ROOT,
                            "The %s has U+%04X as its character %,d, which cannot be shown; take it out",
                            field,
                            raw.codePointAt(wrong.start()),
                            raw.codePointCount(0, wrong.end())));
        }
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    /** Unlike {@link String#strip()}, this takes blanks away at which no line may be broken. */
    private static String stripped(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && Character.isSpaceChar(line.charAt(start))) {
            start++;
        }
        while (start < end && Character.isSpaceChar(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
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
