package dev.waxwing.adapter.jdbi.post;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.application.post.PostSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the articles that share tags with a post. To cost the same in a large blog, it looks at the newest articles under
 * each of the first tags only; a tag that everything is under says little of kinship anyway.
 */
final class Related {
    private static final int TAGS = 8;
    private static final int NEWEST_OF_EACH = 64;
    private static final Comparator<Entry<Candidate, Long>> CLOSEST_FIRST = Entry.<Candidate, Long>comparingByValue()
            .thenComparing(entry -> entry.getKey().publishedAt())
            .thenComparing(entry -> entry.getKey().post().toString())
            .reversed();

    /** An article that has one of the tags. */
    private record Candidate(UUID post, Instant publishedAt) {}

    private Related() {}

    static List<UUID> to(Handle handle, PostSummary post, int limit) {
        List<UUID> tags =
                post.tags().stream().map(tag -> tag.tag().value()).limit(TAGS).toList();
        return tags.isEmpty()
                ? List.of()
                : closest(candidates(handle, tags), post.id().value(), limit);
    }

    /** The newest under each tag; each article once for each tag that it shares. */
    private static Stream<Candidate> candidates(Handle handle, List<UUID> tags) {
        Query query = handle.createQuery(newestUnder(tags.size())).bind("limit", NEWEST_OF_EACH);
        IntStream.range(0, tags.size()).forEach(n -> query.bind("tag" + n, tags.get(n)));
        return query
                .map((row, context) -> new Candidate(Columns.id(row, "post_id"), Columns.instant(row, "published_at")))
                .stream();
    }

    static String newestUnder(int tags) {
        return String.join(
                " UNION ALL ", IntStream.range(0, tags).mapToObj("""
                                (SELECT post_id, published_at FROM listing WHERE scope = :tag%d
                                ORDER BY scope DESC, published_at DESC, post_id DESC FETCH FIRST :limit ROWS ONLY)
                                """::formatted).toList());
    }

    private static List<UUID> closest(Stream<Candidate> candidates, UUID post, int limit) {
        Map<Candidate, Long> shared = candidates
                .filter(candidate -> !candidate.post().equals(post))
                .collect(groupingBy(candidate -> candidate, counting()));
        return shared.entrySet().stream()
                .sorted(CLOSEST_FIRST)
                .limit(limit)
                .map(entry -> entry.getKey().post())
                .toList();
    }
}
