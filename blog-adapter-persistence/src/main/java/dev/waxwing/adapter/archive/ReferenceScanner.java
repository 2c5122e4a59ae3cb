package dev.waxwing.adapter.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds the addresses that Markdown text refers to, each with its exact place: links and images, inline and by reference,
 * and the attributes of raw HTML. Addresses in code, comments and scripts are not found. Takes linear time.
 */
final class ReferenceScanner {
    /** An address as it stands in the text from {@code start} to before {@code end}. */
    record Found(int start, int end, String address) {}

    private static final int LONGEST_ADDRESS = 4_000;
    private static final int LONGEST_TAG = 20_000;

    /** As deep as the renderer follows parentheses within an address, so that no beginning of a link reads the whole rest. */
    private static final int MOST_PARENTHESES = 32;

    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "poster", "data-src");
    private static final Set<String> OPAQUE = Set.of("script", "style", "pre", "textarea");

    private final String text;
    private final CodeBlocks code;
    private final CodeSpans spans;
    private final List<Found> found = new ArrayList<>();
    private final Deque<Integer> brackets = new ArrayDeque<>();
    private final Map<Character, Integer> noTitleEndBefore = new HashMap<>();

    /** Ends that were looked for and do not come any more: without this, each beginning would read the whole rest. */
    private final Set<String> missing = new HashSet<>();

    private ReferenceScanner(String text) {
        this.text = text;
        this.code = CodeBlocks.of(text);
        this.spans = new CodeSpans(text, code);
    }

    static List<Found> scan(String text) {
        return new ReferenceScanner(text).scan();
    }

    private List<Found> scan() {
        boolean lineStart = true;
        int i = 0;
        while (i < text.length()) {
            if (lineStart) {
                int after = code.endOfBlockAt(i);
                if (after > i) {
                    brackets.clear();
                    i = after;
                    continue;
                }
                if (CodeSpans.isBlankLine(text, i)) {
                    brackets.clear();
                }
                int definition = definition(i);
                if (definition > i) {
                    i = definition;
                    lineStart = false;
                    continue;
                }
            }
            char c = text.charAt(i);
            lineStart = c == '\n';
            i = step(i, c);
        }
        return found;
    }

    private int step(int i, char c) {
        return switch (c) {
            case '\\' -> i + (i + 1 < text.length() && text.charAt(i + 1) != '\n' ? 2 : 1);
            case '`' -> spans.after(i);
            case '[' -> {
                brackets.push(i);
                yield i + 1;
            }
            case ']' -> closed(i);
            case '<' -> afterAngle(i);
            default -> i + 1;
        };
    }

    private int closed(int i) {
        if (brackets.poll() == null || i + 1 >= text.length() || text.charAt(i + 1) != '(') {
            return i + 1;
        }
        int start = skipBlanks(i + 2);
        int end = endOfDestination(start, true);
        if (end < 0) {
            return i + 1;
        }
        boolean angled = start < text.length() && text.charAt(start) == '<';
        add(angled ? start + 1 : start, angled ? end - 1 : end);
        return end;
    }

    /** After a definition's address, or {@code line} if the line is none. */
    private int definition(int line) {
        int i = line;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '>') && i - line < 12) {
            i++;
        }
        if (i + 1 >= text.length() || text.charAt(i) != '[' || text.charAt(i + 1) == '^') {
            return line;
        }
        int close = i + 1;
        while (close < text.length() && close - i < 1000 && text.charAt(close) != ']' && text.charAt(close) != '[') {
            if (text.charAt(close) == '\n' && CodeSpans.isBlankLine(text, close + 1)) {
                return line;
            }
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (close + 1 >= text.length() || text.charAt(close) != ']' || text.charAt(close + 1) != ':') {
            return line;
        }
        int start = skipBlanks(close + 2);
        int end = endOfDestination(start, false);
        if (end <= start) {
            return line;
        }
        boolean angled = text.charAt(start) == '<';
        add(angled ? start + 1 : start, angled ? end - 1 : end);
        return end;
    }

    /** Blanks and at most one end of line. */
    private int skipBlanks(int from) {
        int i = from;
        boolean feed = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n') {
                if (feed) {
                    return i;
                }
                feed = true;
            } else if (c != ' ' && c != '\t') {
                return i;
            }
            i++;
        }
        return i;
    }

    private int endOfDestination(int start, boolean inParentheses) {
        if (start < text.length() && text.charAt(start) == '<') {
            int end = indexOf(start + 1, c -> c == '>' || c == '\n' || c == '<');
            return end > 0 && text.charAt(end) == '>' ? end + 1 : -1;
        }
        int depth = 0;
        int limit = Math.min(text.length(), start + LONGEST_ADDRESS);
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < limit && !Character.isWhitespace(text.charAt(i + 1))) {
                i++;
            } else if (Character.isWhitespace(c)) {
                return depth == 0 && (!inParentheses || closesAfterTitle(i)) ? i : -1;
            } else if (c == '(' && inParentheses) {
                if (++depth > MOST_PARENTHESES) {
                    return -1;
                }
            } else if (c == ')' && inParentheses && depth-- == 0) {
                return i;
            }
        }
        return limit == text.length() && !inParentheses ? limit : -1;
    }

    /** Whether from here only a title and blanks stand before the closing parenthesis. */
    private boolean closesAfterTitle(int from) {
        int i = skipBlanks(from);
        if (i >= text.length()) {
            return false;
        }
        char open = text.charAt(i);
        if (open == '"' || open == '\'' || open == '(') {
            char close = open == '(' ? ')' : open;
            int end = endOfTitle(i + 1, close);
            if (end < 0) {
                return false;
            }
            i = skipBlanks(end + 1);
        }
        return i < text.length() && text.charAt(i) == ')';
    }

    private int endOfTitle(int from, char close) {
        int limit = Math.min(text.length(), from + LONGEST_ADDRESS);
        int end = Math.max(from, noTitleEndBefore.getOrDefault(close, 0));
        while (end < limit && text.charAt(end) != close) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end < limit) {
            return end;
        }
        noTitleEndBefore.put(close, end);
        return -1;
    }

    private int afterAngle(int i) {
        if (text.startsWith("<!--", i)) {
            int end = missing.contains("-->") ? -1 : text.indexOf("-->", i + 4);
            if (end < 0) {
                missing.add("-->");
            }
            return end < 0 ? i + 4 : end + 3;
        }
        if (i + 1 >= text.length() || !isLetter(text.charAt(i + 1))) {
            return i + 1;
        }
        int name = i + 1;
        while (name < text.length() && (isLetter(text.charAt(name)) || Character.isDigit(text.charAt(name)))) {
            name++;
        }
        String tag = text.substring(i + 1, name).toLowerCase(Locale.ROOT);
        int end = afterAttributes(name);
        if (end < 0) {
            return i + 1;
        }
        if (OPAQUE.contains(tag)) {
            int close = indexOfIgnoringCase("</" + tag, end);
            return close < 0 ? end : close;
        }
        return end;
    }

    private int indexOfIgnoringCase(String closing, int from) {
        if (missing.contains(closing)) {
            return -1;
        }
        for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
            if (text.regionMatches(true, at, closing, 0, closing.length())) {
                return at;
            }
        }
        missing.add(closing);
        return -1;
    }

    /** After the tag's {@code >}; -1 if this is no tag. */
    private int afterAttributes(int from) {
        List<Found> inTag = new ArrayList<>();
        int limit = Math.min(text.length(), from + LONGEST_TAG);
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '>') {
                found.addAll(inTag);
                return i + 1;
            }
            if (Character.isWhitespace(c) || c == '/') {
                i++;
            } else if (isLetter(c)) {
                i = attribute(i, limit, inTag);
                if (i < 0) {
                    return -1;
                }
            } else {
                return -1;
            }
        }
        return -1;
    }

    private int attribute(int from, int limit, List<Found> inTag) {
        int nameEnd = from;
        while (nameEnd < limit
                && (isLetter(text.charAt(nameEnd)) || "-_:.0123456789@".indexOf(text.charAt(nameEnd)) >= 0)) {
            nameEnd++;
        }
        String name = text.substring(from, nameEnd).toLowerCase(Locale.ROOT);
        int i = nameEnd;
        while (i < limit && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (i >= limit || text.charAt(i) != '=') {
            return nameEnd == from ? -1 : nameEnd;
        }
        i++;
        while (i < limit && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (i >= limit) {
            return -1;
        }
        char quote = text.charAt(i);
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? i + 1 : i;
        int end = start;
        while (end < limit
                && (quoted
                        ? text.charAt(end) != quote
                        : !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '>')) {
            end++;
        }
        if (end >= limit) {
            return -1;
        }
        if (ATTRIBUTES.contains(name)) {
            addTo(inTag, start, end);
        } else if (name.equals("srcset")) {
            addCandidates(inTag, start, end);
        }
        return quoted ? end + 1 : end;
    }

    private void addCandidates(List<Found> inTag, int start, int end) {
        int i = start;
        while (i < end) {
            while (i < end && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == ',')) {
                i++;
            }
            int address = i;
            while (i < end && !Character.isWhitespace(text.charAt(i)) && text.charAt(i) != ',') {
                i++;
            }
            addTo(inTag, address, i);
            while (i < end && text.charAt(i) != ',') {
                i++;
            }
        }
    }

    private void add(int start, int end) {
        addTo(found, start, end);
    }

    private void addTo(List<Found> into, int start, int end) {
        if (end > start && end - start <= LONGEST_ADDRESS) {
            into.add(new Found(start, end, plain(text.substring(start, end))));
        }
    }

    /** Without the escapes of Markdown and HTML that addresses contain. */
    private static String plain(String raw) {
        String address = raw.strip();
        if (address.indexOf('\\') >= 0) {
            address = address.replaceAll("\\\\([\\p{Punct}])", "$1");
        }
        return address.indexOf('&') >= 0 ? Entities.decode(address) : address;
    }

    private int indexOf(int from, IntPredicate wanted) {
        int limit = Math.min(text.length(), from + LONGEST_ADDRESS);
        for (int i = from; i < limit; i++) {
            if (wanted.test(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
