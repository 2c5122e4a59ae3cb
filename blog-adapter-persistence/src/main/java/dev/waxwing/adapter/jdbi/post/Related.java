package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Finds the articles that share tags with a post. To cost the same in a large blog, it looks at the newest articles under
 * each of the first tags only; a tag that everything is under says little of kinship anyway.
 */
final class Related {
    static final String SHARED_TAGS = """
            SELECT post_id, COUNT(*) AS shared, MAX(published_at) AS published_at FROM listing
            WHERE post_id = ANY(:posts) AND scope = ANY(:tags) GROUP BY post_id
            """;

    private static final int TAGS = 8;
    private static final int NEWEST_OF_EACH = 64;
    private static final Comparator<Candidate> CLOSEST_FIRST = Comparator.comparing(Candidate::shared)
            .thenComparing(Candidate::publishedAt)
            .thenComparing(candidate -> candidate.post().toString())
            .reversed();

    /** An article and how many of the tags it shares. */
    private record Candidate(UUID post, long shared, Instant publishedAt) {}

    private Related() {}

    static List<UUID> to(Handle handle, PostId post, int limit) {
        List<UUID> tags = PostRelation.TAGS.of(handle, post);
        Set<UUID> candidates = new LinkedHashSet<>();
        tags.stream()
                .limit(TAGS)
                .map(tag -> new PostScope.Tagged(new TagId(tag)))
                .forEach(tag -> candidates.addAll(Places.newest(handle, tag, 0, NEWEST_OF_EACH)));
        candidates.remove(post.value());
        return candidates.isEmpty() ? List.of() : closest(handle, candidates, tags, limit);
    }

    private static List<UUID> closest(Handle handle, Set<UUID> candidates, List<UUID> tags, int limit) {
        return handle
                .createQuery(SHARED_TAGS)
                .bindArray("posts", UUID.class, candidates)
                .bindArray("tags", UUID.class, tags)
                .map((row, context) -> new Candidate(
                        Columns.id(row, "post_id"), row.getLong("shared"), Columns.instant(row, "published_at")))
                .stream()
                .sorted(CLOSEST_FIRST)
                .limit(limit)
                .map(Candidate::post)
                .toList();
    }
}
