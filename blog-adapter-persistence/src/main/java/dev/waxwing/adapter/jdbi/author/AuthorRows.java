package dev.waxwing.adapter.jdbi.author;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the repository and the queries read alike. */
final class AuthorRows {
    static final String BEHIND = "WHERE author.handle > :after ORDER BY author.handle FETCH FIRST :limit ROWS ONLY";

    private AuthorRows() {}

    static List<Profile.Link> linksOf(Handle handle, AuthorId author) {
        return handle.createQuery("SELECT label, address FROM author_link WHERE author_id = :author ORDER BY position")
                .bind("author", author.value())
                .map((row, context) -> link(row))
                .list();
    }

    static List<Profile.Link> linksOf(Handle handle, Slug author) {
        return handle.createQuery("""
                SELECT link.label, link.address FROM author_link link JOIN author a ON a.id = link.author_id
                WHERE a.handle = :author ORDER BY link.position
                """)
                .bind("author", author.value())
                .map((row, context) -> link(row))
                .list();
    }

    static Map<AuthorId, List<Profile.Link>> linksOfAll(Handle handle) {
        return byAuthor(
                handle.createQuery("SELECT author_id, label, address FROM author_link ORDER BY author_id, position"));
    }

    /** Of those whose handles are behind a place. */
    static Map<AuthorId, List<Profile.Link>> linksBehind(Handle handle, String place, int limit) {
        return byAuthor(handle.createQuery("""
                        SELECT author_id, label, address FROM author_link
                        WHERE author_id IN (SELECT author.id FROM author <behind>)
                        ORDER BY author_id, position
                        """)
                .define("behind", BEHIND)
                .bind("after", place)
                .bind("limit", limit));
    }

    private static Map<AuthorId, List<Profile.Link>> byAuthor(Query links) {
        return links.map((row, context) -> Map.entry(new AuthorId(Columns.id(row, "author_id")), link(row))).stream()
                .collect(groupingBy(Entry::getKey, mapping(Entry::getValue, toList())));
    }

    static AuthorId id(ResultSet row) throws SQLException {
        return new AuthorId(Columns.id(row, "id"));
    }

    static Profile profile(ResultSet row, List<Profile.Link> links) throws SQLException {
        String avatar = row.getString("avatar");
        return new Profile(
                row.getString("name"),
                row.getString("biography"),
                links,
                avatar == null ? null : new MediaAddress(avatar));
    }

    private static Profile.Link link(ResultSet row) throws SQLException {
        return new Profile.Link(row.getString("label"), new WebAddress(row.getString("address")));
    }
}
