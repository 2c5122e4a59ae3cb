package dev.waxwing.application.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of several lines told in one, for lists, descriptions and snippets. Positions and lengths are in UTF-16. */
public final class OneLine {
    /** Between lines of which the first has no end of its own, as titles, items of lists and cells of tables. */
    private static final String POINT = " · ";

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern OPEN_END = Pattern.compile("[\\p{L}\\p{M}\\p{N}]");

    private OneLine() {}

    /** The whole text without outer blanks. A line that ends in a word is set apart from the next one by a point. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** The same for a part of a text, which knows what stands before it. Outer blanks are kept as one. */
    public static String of(String text, int start, int end) {
        return of(text, start, end, Integer.MAX_VALUE);
    }

    /** The beginning of a text, without outer blanks, {@linkplain #cut cut}; what comes behind is not looked at. */
    public static String beginning(String text, int longest) {
        return cut(of(text, longest), longest);
    }

    private static String of(String text, int enough) {
        String inner = text.strip();
        return of(inner, 0, inner.length(), enough);
    }

    private static String of(String text, int start, int end, int enough) {
        StringBuilder line = new StringBuilder();
        Matcher blanks = BLANKS.matcher(text).region(start, end);
        int position = start;
        while (line.length() <= enough && blanks.find()) {
            line.append(text, position, blanks.start()).append(between(text, blanks.start(), blanks.end()));
            position = blanks.end();
        }
        return line.append(text, position, end).toString();
    }

    private static String between(String text, int start, int end) {
        boolean breaks = text.substring(start, end).indexOf('\n') >= 0;
        return breaks
                        && start > 0
                        && OPEN_END.matcher(Character.toString(text.codePointBefore(start)))
                                .matches()
                ? POINT
                : " ";
    }

    /** At most so many characters of a line: cut at a word where one ends in the second half, with an ellipsis. */
    public static String cut(String line, int longest) {
        if (line.length() <= longest) {
            return line;
        }
        int blank = line.lastIndexOf(' ', longest - 1);
        int end = blank > longest / 2 ? blank : longest - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        String kept = line.substring(0, end);
        return (kept.endsWith(" ·") ? kept.substring(0, end - 2) : kept) + "…";
    }
}
