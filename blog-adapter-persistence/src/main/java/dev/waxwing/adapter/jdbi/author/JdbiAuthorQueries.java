package dev.waxwing.adapter.jdbi.author;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers about authors from tables; their articles are counted when posts are saved, not here. */
public final class JdbiAuthorQueries implements AuthorQueries {
    private static final String VIEW = """
            SELECT author.id, author.handle, author.name, author.biography, author.avatar, author.version,
                COALESCE(tally.posts, 0) AS posts
            FROM author LEFT JOIN tally ON tally.scope = author.id
            """;

    private final Database database;

    @Inject
    public JdbiAuthorQueries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<AuthorView> find(Slug handle) {
        return database.read(open -> {
            List<Profile.Link> links = AuthorRows.linksOf(open, handle);
            return open.createQuery(VIEW + "WHERE author.handle = :handle")
                    .bind("handle", handle.value())
                    .map((row, context) -> view(row, links))
                    .findOne();
        });
    }

    @Override
    public List<AuthorView> all() {
        return database.read(handle -> {
            Map<AuthorId, List<Profile.Link>> links = AuthorRows.linksOfAll(handle);
            return handle
                    .createQuery(VIEW)
                    .map((row, context) -> view(row, links.getOrDefault(AuthorRows.id(row), List.of())))
                    .stream()
                    .sorted(Comparator.comparing(author -> author.profile().name(), String.CASE_INSENSITIVE_ORDER))
                    .toList();
        });
    }

    @Override
    public List<AuthorView> byHandle(Optional<Slug> after, int limit) {
        String place = after.map(Slug::value).orElse("");
        return database.read(handle -> {
            Map<AuthorId, List<Profile.Link>> links = AuthorRows.linksBehind(handle, place, limit);
            return handle.createQuery(VIEW + AuthorRows.BEHIND)
                    .bind("after", place)
                    .bind("limit", limit)
                    .map((row, context) -> view(row, links.getOrDefault(AuthorRows.id(row), List.of())))
                    .list();
        });
    }

    private static AuthorView view(ResultSet row, List<Profile.Link> links) throws SQLException {
        return new AuthorView(
                AuthorRows.id(row),
                new Slug(row.getString("handle")),
                AuthorRows.profile(row, links),
                row.getLong("posts"),
                row.getLong("version"));
    }
}
