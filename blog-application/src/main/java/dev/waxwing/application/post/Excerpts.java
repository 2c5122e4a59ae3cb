package dev.waxwing.application.post;

import dev.waxwing.domain.post.Content;

/** The few words that stand for a post in a list. */
public final class Excerpts {
    private static final int LONGEST = 300;

    private Excerpts() {}

    /** The author's own excerpt, else the beginning of the text: at most 300 characters, cut at a word. */
    public static String of(Content content) {
        return content.excerpt().isEmpty() ? beginning(content.body().text()) : content.excerpt();
    }

    private static String beginning(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int word = line.lastIndexOf(' ', LONGEST - 1);
        int end = word > LONGEST / 2 ? word : LONGEST - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
