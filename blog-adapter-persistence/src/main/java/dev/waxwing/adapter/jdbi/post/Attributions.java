package dev.waxwing.adapter.jdbi.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The authors and tags of some posts, in one query each however many posts there are. */
record Attributions(Map<UUID, List<PostSummary.Byline>> authors, Map<UUID, List<PostSummary.Label>> tags) {

    static final String AUTHORS = """
            SELECT pa.post_id, a.id, a.name, a.handle FROM post_author pa JOIN author a ON a.id = pa.author_id
            WHERE pa.post_id = ANY(:posts) ORDER BY pa.position
            """;
    static final String TAGS = """
            SELECT pt.post_id, t.id, t.name, t.slug FROM post_tag pt JOIN tag t ON t.id = pt.tag_id
            WHERE pt.post_id = ANY(:posts) ORDER BY pt.position
            """;

    static Attributions of(Handle handle, List<UUID> posts) {
        return new Attributions(
                byPost(
                        handle,
                        posts,
                        AUTHORS,
                        (row, context) -> new PostSummary.Byline(
                                new AuthorId(Columns.id(row, "id")),
                                row.getString("name"),
                                new Slug(row.getString("handle")))),
                byPost(
                        handle,
                        posts,
                        TAGS,
                        (row, context) -> new PostSummary.Label(
                                new TagId(Columns.id(row, "id")),
                                row.getString("name"),
                                new Slug(row.getString("slug")))));
    }

    List<PostSummary.Byline> authorsOf(UUID post) {
        return authors.getOrDefault(post, List.of());
    }

    List<PostSummary.Label> tagsOf(UUID post) {
        return tags.getOrDefault(post, List.of());
    }

    private static <T> Map<UUID, List<T>> byPost(Handle handle, List<UUID> posts, String sql, RowMapper<T> mapper) {
        Map<UUID, T> known = new HashMap<>();
        return handle
                .createQuery(sql)
                .bind("posts", posts.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(Columns.id(row, "post_id"), once(known, row, context, mapper)))
                .stream()
                .collect(groupingBy(Entry::getKey, mapping(Entry::getValue, toList())));
    }

    /** Many posts have the same few, of which each is made once. */
    private static <T> T once(Map<UUID, T> known, ResultSet row, StatementContext context, RowMapper<T> mapper)
            throws SQLException {
        UUID id = Columns.id(row, "id");
        T present = known.get(id);
        if (present != null) {
            return present;
        }
        T first = mapper.map(row, context);
        known.put(id, first);
        return first;
    }
}
