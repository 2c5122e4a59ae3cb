package dev.waxwing.application.search;

import dev.waxwing.domain.post.PostId;
import java.util.List;

/**
 * The part of an answer that was asked for, best match first.
 *
 * @param total how many posts match altogether
 */
public record SearchHits(long total, List<Hit> hits) {
    public static final SearchHits NONE = new SearchHits(0, List.of());

    /** One matching post, with the matches marked in its whole title and in an excerpt of its text. */
    public record Hit(PostId post, Snippet title, Snippet text) {}

    public SearchHits {
        hits = List.copyOf(hits);
    }
}
