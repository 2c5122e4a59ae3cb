package dev.waxwing.adapter.archive;

import java.util.Optional;

/**
 * The heading with which a text begins, underlined with equals signs or behind a single hash.
 *
 * @param end where the text goes on behind it
 */
record FirstHeading(String text, int end) {

    static Optional<FirstHeading> of(String text, int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = endOfLine(text, start);
        int after = Math.min(end + 1, text.length());
        if (text.startsWith("# ", start)) {
            String heading = withoutHashes(text.substring(start + 2, end));
            return heading.isEmpty() ? Optional.empty() : Optional.of(new FirstHeading(heading, after));
        }
        if (start == end || "#>-".indexOf(text.charAt(start)) >= 0) {
            return Optional.empty();
        }
        int endOfNext = endOfLine(text, after);
        return isUnderline(text.substring(after, endOfNext))
                ? Optional.of(new FirstHeading(text.substring(start, end), Math.min(endOfNext + 1, text.length())))
                : Optional.empty();
    }

    private static int endOfLine(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed;
    }

    private static String withoutHashes(String line) {
        int end = line.length();
        while (end > 0 && " #".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end).strip();
    }

    private static boolean isUnderline(String line) {
        String plain = line.stripTrailing();
        return !plain.isEmpty() && plain.chars().allMatch(c -> c == '=');
    }
}
