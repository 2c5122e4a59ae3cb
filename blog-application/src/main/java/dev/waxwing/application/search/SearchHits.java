package dev.waxwing.application.search;

import dev.waxwing.domain.post.PostId;
import java.util.List;

/**
 * The part of an answer that was asked for, best match first.
 *
 * @param total how many posts match altogether; one more than are counted if there are more
 */
public record SearchHits(long total, List<Hit> hits) {
    /** Counting on would take the longer the larger the blog is, and nobody turns so many pages. */
    public static final int MOST_COUNTED = 1_000;

    public static final SearchHits NONE = new SearchHits(0, List.of());

    /** One matching post, with the matches marked in its whole title and in an excerpt of its text. */
    public record Hit(PostId post, Snippet title, Snippet text) {}

    public SearchHits {
        total = Math.min(total, MOST_COUNTED + 1);
        hits = List.copyOf(hits);
    }
}
