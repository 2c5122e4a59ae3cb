package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the posts of one page of a list, in narrow rows. {@code ORDER BY} names all columns of the index, the constant first
 * one too: only then does H2 read the page from the index and stop, instead of sorting the whole list.
 */
final class Places {
    static final String NEWEST = """
            SELECT post_id FROM listing
            WHERE scope = :scope AND published_at >= :from AND published_at < :until
            ORDER BY scope DESC, published_at DESC, post_id DESC OFFSET :offset ROWS FETCH FIRST :limit ROWS ONLY
            """;
    static final String OLDER = """
            SELECT post_id FROM listing
            WHERE scope = :scope AND published_at >= :from AND published_at < :until
                AND (published_at, post_id) < (:at, :post)
            ORDER BY scope DESC, published_at DESC, post_id DESC OFFSET :offset ROWS FETCH FIRST :limit ROWS ONLY
            """;
    static final String NEWER = """
            SELECT post_id FROM listing
            WHERE scope = :scope AND published_at >= :from AND published_at < :until
                AND (published_at, post_id) > (:at, :post)
            ORDER BY scope, published_at, post_id FETCH FIRST :limit ROWS ONLY
            """;

    static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** A stretch of one list. */
    private record Stretch(UUID scope, Instant from, Instant until) {
        static Stretch of(PostScope scope) {
            if (scope instanceof PostScope.Tagged tagged) {
                return whole(tagged.tag().value());
            }
            if (scope instanceof PostScope.By by) {
                return whole(by.author().value());
            }
            if (scope instanceof PostScope.Between between) {
                return new Stretch(Listings.ARTICLES, between.from(), between.until());
            }
            return whole(scope instanceof PostScope.Pages ? Listings.PAGES : Listings.ARTICLES);
        }

        private static Stretch whole(UUID scope) {
            return new Stretch(scope, EVER, NEVER);
        }
    }

    private Places() {}

    /** The blocks of a list are asked only where passing over what is newer would cost more. */
    static List<UUID> newest(Handle handle, PostScope scope, long offset, int limit) {
        Stretch stretch = Stretch.of(scope);
        if (offset < Blocks.LONGEST) {
            return found(within(handle.createQuery(NEWEST), stretch, limit).bind("offset", offset));
        }
        Blocks.Start start = Blocks.after(handle, stretch.scope(), stretch.until(), offset);
        return older(handle, start.before(), stretch, start.offset(), limit);
    }

    static List<UUID> older(Handle handle, PostCursor place, PostScope scope, int limit) {
        return older(handle, place(place), Stretch.of(scope), 0, limit);
    }

    private static List<UUID> older(Handle handle, Blocks.Place place, Stretch stretch, long offset, int limit) {
        return found(
                beside(within(handle.createQuery(OLDER), stretch, limit), place).bind("offset", offset));
    }

    static List<UUID> newer(Handle handle, PostCursor place, PostScope scope, int limit) {
        return found(beside(within(handle.createQuery(NEWER), Stretch.of(scope), limit), place(place)));
    }

    private static Query within(Query query, Stretch stretch, int limit) {
        return query.bind("scope", stretch.scope())
                .bind("from", stretch.from())
                .bind("until", stretch.until())
                .bind("limit", limit);
    }

    private static Query beside(Query query, Blocks.Place place) {
        return query.bind("at", place.publishedAt()).bind("post", place.post());
    }

    private static Blocks.Place place(PostCursor post) {
        return new Blocks.Place(post.publishedAt(), post.post().value());
    }

    private static List<UUID> found(Query query) {
        return query.map((row, context) -> Columns.id(row, "post_id")).list();
    }
}
