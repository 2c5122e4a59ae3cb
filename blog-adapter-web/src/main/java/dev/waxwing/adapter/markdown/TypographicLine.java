package dev.waxwing.adapter.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sets one line of text from left to right; every character is looked at once. */
final class TypographicLine {
    private static final int DEEPEST = 20;
    private static final char FIRST_EAST_ASIAN = '\u2E80';
    private static final char LAST_EAST_ASIAN_PUNCTUATION = '\u303F';
    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF60';
    private static final char NARROW_SPACE = '\u202F';
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char GERESH = '\u05F3';
    private static final char GERSHAYIM = '\u05F4';
    private static final String OPENING_PUNCTUATION = "([{<«„“‘‚‹¿¡-–—/=";

    private final String line;
    private final Style style;
    private final int lastDouble;
    private final int lastSingle;
    private final StringBuilder result = new StringBuilder();
    private final StringBuilder open = new StringBuilder();
    private int at;

    /** What a language does. */
    record Style(Optional<QuotationMarks> marks, boolean spacesPunctuation, boolean joinsLines) {
        private static final Set<String> JOINED = Set.of("ja", "zh");

        static Style of(Locale language) {
            return new Style(
                    QuotationMarks.of(language),
                    language.getLanguage().equals("fr"),
                    JOINED.contains(language.getLanguage()));
        }

        /** Whether there is anything in a line to be set. */
        boolean concerns(String line) {
            return spacesPunctuation
                    || line.indexOf('"') >= 0
                    || line.indexOf('\'') >= 0
                    || line.contains("--")
                    || line.contains("...")
                    || Escapes.hasMark(line);
        }
    }

    TypographicLine(String line, Style style) {
        this.line = line;
        this.style = style;
        this.lastDouble = line.lastIndexOf('"');
        this.lastSingle = lastClosingApostrophe(line);
    }

    private static int lastClosingApostrophe(String line) {
        int index = line.lastIndexOf('\'');
        while (index > 0 && (isWord(charAt(line, index + 1)) || isSpace(line.charAt(index - 1)))) {
            index = line.lastIndexOf('\'', index - 1);
        }
        return index;
    }

    /** What the characters from {@code start} to before {@code end} become; to be asked from left to right. */
    String set(int start, int end) {
        at = start;
        result.setLength(0);
        while (at < end) {
            char c = line.charAt(at);
            if (Escapes.isMark(c)) {
                result.append(Escapes.literal(c));
                at++;
            } else if (style.marks().isEmpty()) {
                result.append(c);
                at++;
            } else {
                set(c, end, style.marks().get());
            }
        }
        return result.toString();
    }

    private void set(char c, int end, QuotationMarks marks) {
        switch (c) {
            case '"' -> quotation(marks);
            case '\'' -> apostrophe(marks);
            case '-' -> dash(run('-', end));
            case '.' -> ellipsis(run('.', end));
            case ' ' -> result.append(style.spacesPunctuation() ? frenchSpace() : ' ');
            default -> result.append(c);
        }
        at++;
    }

    private void quotation(QuotationMarks marks) {
        if (isHebrew(before()) && isHebrew(after())) {
            result.append(GERSHAYIM);
        } else if (opens() && lastDouble > at && open.length() < DEEPEST) {
            result.append(marks.opening(depth()));
            open.append('"');
        } else if (closes('"')) {
            result.append(marks.closing(depth()));
        } else {
            result.append('"');
        }
    }

    private void apostrophe(QuotationMarks marks) {
        if (isHebrew(before()) && (isHebrew(after()) || open.indexOf("'") < 0)) {
            result.append(GERESH);
        } else if (isWord(before()) && isWord(after())) {
            result.append('’');
        } else if (opens() && lastSingle > at && open.length() < DEEPEST && !Character.isDigit(after())) {
            result.append(marks.innerOpen());
            open.append('\'');
        } else if (closes('\'')) {
            result.append(marks.innerClose());
        } else {
            result.append(isWord(before()) || isWord(after()) ? '’' : '\'');
        }
    }

    private int depth() {
        return (int) open.chars().filter(quote -> quote == '"').count();
    }

    private boolean opens() {
        char before = before();
        return !isSpace(after()) && (isSpace(before) || OPENING_PUNCTUATION.indexOf(before) >= 0 || isQuote(before));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Closes the innermost quotation of this kind that is open, and with it what was left open inside. */
    private boolean closes(char quote) {
        int opened = isSpace(before()) ? -1 : open.lastIndexOf(String.valueOf(quote));
        if (opened < 0) {
            return false;
        }
        open.setLength(opened);
        return true;
    }

    /** Counts a run of one character, and leaves the position at its last. */
    private int run(char c, int end) {
        int start = at;
        while (at + 1 < end && line.charAt(at + 1) == c) {
            at++;
        }
        return at - start + 1;
    }

    private void dash(int length) {
        char before = charAt(line, at - length);
        boolean option = isWord(after()) && (isSpace(before) || OPENING_PUNCTUATION.indexOf(before) >= 0);
        boolean arrow = after() == '>' || before == '<' || before == '!';
        if (length == 2 && !option && !arrow) {
            result.append('–');
        } else if (length == 3 && !arrow) {
            result.append('—');
        } else {
            result.append("-".repeat(length));
        }
    }

    private void ellipsis(int length) {
        char before = charAt(line, at - length);
        boolean path = after() == '/' || after() == '\\' || before == '/' || before == '\\';
        result.append(length == 3 && !path ? "…" : ".".repeat(length));
    }

    private char frenchSpace() {
        if (before() == '«') {
            return NARROW_SPACE;
        }
        return switch (after()) {
            case ';', '!', '?', '»' -> isSpace(before()) ? ' ' : NARROW_SPACE;
            case ':' -> isSpace(before()) ? ' ' : NO_BREAK_SPACE;
            default -> ' ';
        };
    }

    private char before() {
        return charAt(line, at - 1);
    }

    private char after() {
        return charAt(line, at + 1);
    }

    private static char charAt(String line, int index) {
        return index < 0 || index >= line.length() ? ' ' : line.charAt(index);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isHebrew(char c) {
        return c >= '\u05D0' && c <= '\u05EA';
    }

    static boolean isEastAsian(char c) {
        if (c < FIRST_EAST_ASIAN) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || c <= LAST_EAST_ASIAN_PUNCTUATION
                || c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH;
    }
}
