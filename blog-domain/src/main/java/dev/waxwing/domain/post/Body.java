package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.BlogException;
import java.util.Locale;

/**
 * A post's Markdown, kept character for character, together with what was rendered from it when it was written. The parts
 * are only ever made together, by the renderer, so a reader never waits for rendering and never sees another text.
 *
 * @param markdown at most 500,000 characters
 * @param html safe to show as it is; at most 1,000,000 characters
 * @param contents the table of contents as HTML, empty for a text of fewer than three headings
 * @param text the words alone, for excerpts and search
 * @param words how many words a reader reads
 */
public record Body(String markdown, String html, String contents, String text, int words) {
    public static final int LONGEST_MARKDOWN = 500_000;
    public static final int LONGEST_HTML = 1_000_000;

    /** @throws BlogException.Invalid if the Markdown or its HTML is too long, or no storage could keep it */
    public Body {
        requireWithin(markdown, LONGEST_MARKDOWN, "The text has %,d characters; at most %,d are allowed");
        requireStorable(markdown);
        requireWithin(html, LONGEST_HTML, "The text grows to %,d characters of HTML; at most %,d are allowed");
    }

    /** PostgreSQL keeps no U+0000, and half a surrogate pair has no UTF-8. */
    private static void requireStorable(String text) {
        if (text.codePoints().anyMatch(letter -> letter == 0 || Character.getType(letter) == Character.SURROGATE)) {
            throw new BlogException.Invalid(
                    "markdown", "The text has a character that is none: U+0000, or half of another");
        }
    }

    private static void requireWithin(String text, int longest, String message) {
        if (text.length() > longest) {
            throw new BlogException.Invalid(
                    "markdown", String.format(Locale.ROOT, message, text.length(), longest) + "; divide the post");
        }
    }
}
