package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.application.post.DeskCursor;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.domain.post.Post;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the posts of one page of the desk's list. Whatever is asked for, the database goes down one index in the order of
 * the list and stops when the page is full; {@code ORDER BY} names all columns of that index, as H2 wants it.
 */
final class DeskPlaces {
    private static final String BEHIND = "p.edited_at <= :at AND (p.edited_at, p.id) < (:at, :post)";

    private DeskPlaces() {}

    static List<UUID> behind(Handle handle, DeskCursor place, DeskFilter filter, int limit) {
        Query query = handle.createQuery(sql(filter))
                .bind("at", place.editedAt())
                .bind("post", place.post().value())
                .bind("limit", limit);
        filter.kind().ifPresent(kind -> query.bind("kind", kind.name()));
        filter.status().filter(status -> !waits(status)).ifPresent(status -> query.bind("status", status.name()));
        filter.author().ifPresent(author -> query.bind("author", author.value()));
        filter.tag().ifPresent(tag -> query.bind("tag", tag.value()));
        if (!filter.words().isEmpty()) {
            query.bind("words", "%" + literally(filter.words().toLowerCase(Locale.ROOT)) + "%");
        }
        return query.map((row, context) -> Columns.id(row, "id")).list();
    }

    static String sql(DeskFilter filter) {
        StringBuilder sql = new StringBuilder("SELECT p.id FROM post p WHERE ");
        sql.append(filter.status().map(DeskPlaces::only).orElse("p.status <> 'TRASHED' AND "));
        sql.append(BEHIND);
        if (filter.kind().isPresent()) {
            sql.append(" AND p.kind = :kind");
        }
        if (filter.author().isPresent()) {
            sql.append(" AND EXISTS (SELECT 1 FROM post_author a WHERE a.post_id = p.id AND a.author_id = :author)");
        }
        if (filter.tag().isPresent()) {
            sql.append(" AND EXISTS (SELECT 1 FROM post_tag t WHERE t.post_id = p.id AND t.tag_id = :tag)");
        }
        if (!filter.words().isEmpty()) {
            sql.append(" AND LOWER(p.newest_title) LIKE :words ESCAPE '!'");
        }
        sql.append(" ORDER BY ").append(filter.status().map(DeskPlaces::first).orElse(""));
        return sql.append("p.edited_at DESC, p.id DESC FETCH FIRST :limit ROWS ONLY")
                .toString();
    }

    private static String only(Post.Status status) {
        return waits(status) ? "p.in_review = TRUE AND " : "p.status = :status AND ";
    }

    private static String first(Post.Status status) {
        return waits(status) ? "p.in_review DESC, " : "p.status DESC, ";
    }

    /** For an editor: changes of published posts do too, so that these are found by a column of their own. */
    private static boolean waits(Post.Status status) {
        return status == Post.Status.IN_REVIEW;
    }

    private static String literally(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
