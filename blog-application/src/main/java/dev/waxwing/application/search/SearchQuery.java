package dev.waxwing.application.search;

import java.util.List;

/**
 * What a reader looks for, and which part of the answer to show. Nothing is refused: what is out of bounds is cut.
 *
 * @param words as typed: words, {@code "phrases in quotes"} and {@code -unwanted} words; cut at 200 characters
 * @param offset how many hits to leave out, 0 to 1,000
 * @param limit how many hits to show, 1 to 100
 */
public record SearchQuery(String words, int offset, int limit) {
    public static final int MAX_LENGTH = 200;
    public static final int MAX_OFFSET = 1_000;
    public static final int MAX_LIMIT = 100;

    public SearchQuery {
        words = cut(words);
        offset = Math.max(0, Math.min(offset, MAX_OFFSET));
        limit = Math.max(1, Math.min(limit, MAX_LIMIT));
    }

    /** The words taken apart. */
    public List<SearchTerm> terms() {
        return SearchTerm.parse(words);
    }

    private static String cut(String words) {
        if (words.length() <= MAX_LENGTH) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return words.substring(0, end);
    }
}
