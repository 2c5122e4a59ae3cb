package dev.waxwing.application.search;

import dev.waxwing.application.post.PostSummary;
import java.util.List;

/**
 * The answer to a search as readers see it, best match first.
 *
 * @param total how many posts match altogether, counted up to {@link SearchHits#MOST_COUNTED} and one more
 */
public record FoundPosts(long total, List<FoundPost> posts) {

    /** A published post, with the matches marked in its whole title and in an excerpt of its text. */
    public record FoundPost(PostSummary post, Snippet title, Snippet text) {}

    public FoundPosts {
        posts = List.copyOf(posts);
    }
}
