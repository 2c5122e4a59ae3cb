package dev.waxwing.adapter.jdbi.tag;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers about tags from tables; their articles are counted when posts are saved, not here. */
public final class JdbiTagQueries implements TagQueries {
    private static final String VIEW = """
            SELECT tag.id, tag.name, tag.slug, tag.description, tag.version, COALESCE(tally.posts, 0) AS posts
            FROM tag LEFT JOIN tally ON tally.scope = tag.id
            """;
    private static final String BEHIND = "WHERE tag.slug > :after ORDER BY tag.slug FETCH FIRST :limit ROWS ONLY";

    private final Database database;

    @Inject
    public JdbiTagQueries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<TagView> find(Slug slug) {
        return database.read(handle -> handle.createQuery(VIEW + "WHERE tag.slug = :slug")
                .bind("slug", slug.value())
                .map((row, context) -> view(row))
                .findOne());
    }

    @Override
    public List<TagView> inUse() {
        return byName(VIEW + "WHERE tally.posts > 0");
    }

    @Override
    public List<TagView> all() {
        return byName(VIEW);
    }

    @Override
    public List<TagView> bySlug(Optional<Slug> after, int limit) {
        return database.read(handle -> handle.createQuery(VIEW + BEHIND)
                .bind("after", after.map(Slug::value).orElse(""))
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    private List<TagView> byName(String sql) {
        return database.read(handle -> handle.createQuery(sql).map((row, context) -> view(row)).stream()
                .sorted(Comparator.comparing(tag -> tag.name().value(), String.CASE_INSENSITIVE_ORDER))
                .toList());
    }

    private static TagView view(ResultSet row) throws SQLException {
        return new TagView(
                new TagId(Columns.id(row, "id")),
                new TagName(row.getString("name")),
                new Slug(row.getString("slug")),
                row.getString("description"),
                row.getLong("posts"),
                row.getLong("version"));
    }
}
