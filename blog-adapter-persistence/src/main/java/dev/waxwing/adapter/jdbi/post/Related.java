package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.application.post.PostSummary;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the articles that share tags with a post. To cost the same in a large blog, it looks at the newest articles under
 * each of the first tags only; a tag that everything is under says little of kinship anyway.
 */
final class Related {
    private static final int TAGS = 8;
    private static final int NEWEST_OF_EACH = 64;

    private Related() {}

    static List<UUID> to(Handle handle, PostSummary post, int limit) {
        List<UUID> tags =
                post.tags().stream().map(tag -> tag.tag().value()).limit(TAGS).toList();
        return tags.isEmpty() ? List.of() : closest(handle, tags, post.id().value(), limit);
    }

    private static List<UUID> closest(Handle handle, List<UUID> tags, UUID post, int limit) {
        Query query = handle.createQuery(closestUnder(tags.size()))
                .bind("newest", NEWEST_OF_EACH)
                .bind("post", post)
                .bind("limit", limit);
        IntStream.range(0, tags.size()).forEach(n -> query.bind("tag" + n, tags.get(n)));
        return query.map((row, context) -> Columns.id(row, "post_id")).list();
    }

    /** Of the newest under each of so many tags: an article is there once for each that it shares. */
    static String closestUnder(int tags) {
        String newest = String.join(
                " UNION ALL ", IntStream.range(0, tags).mapToObj("""
                                (SELECT post_id, published_at FROM listing WHERE scope = :tag%d
                                ORDER BY scope DESC, published_at DESC, post_id DESC FETCH FIRST :newest ROWS ONLY)
                                """::formatted).toList());
        return """
                SELECT post_id FROM (%s) AS sharing WHERE post_id <> :post GROUP BY post_id, published_at
                ORDER BY COUNT(*) DESC, published_at DESC, post_id DESC FETCH FIRST :limit ROWS ONLY
                """.formatted(newest);
    }
}
