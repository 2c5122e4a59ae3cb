package dev.waxwing.application.post;

import dev.waxwing.application.shared.OneLine;
import dev.waxwing.domain.post.Content;

/** The few words that stand for a post in a list. */
public final class Excerpts {
    private static final int LONGEST = 300;

    private Excerpts() {}

    /** The author's own excerpt, else the beginning of the text: at most 300 characters, cut at a word. */
    public static String of(Content content) {
        return content.excerpt().isEmpty() ? OneLine.beginning(content.body().text(), LONGEST) : content.excerpt();
    }
}
