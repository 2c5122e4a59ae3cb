package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * How many posts are in each stretch of a list, so that a page deep in it is found without passing over all that are newer.
 * A block goes from its own place, which is in it, to that of the next newer one; the oldest begins before everything. One
 * that grows too long is cut in halves. A number that turns out to be wrong is counted anew, and keeps nobody from writing.
 */
final class Blocks {
    /** In posts; so many are passed over for a page at most. */
    static final int LONGEST = 1_000;

    static final String NEWEST_FIRST = """
            SELECT published_at, post_id, posts FROM listing_block WHERE scope = :scope AND published_at < :at
            ORDER BY scope DESC, published_at DESC, post_id DESC
            """;
    static final String HOLDING = """
            SELECT published_at, post_id, posts FROM listing_block
            WHERE scope = :scope AND (published_at, post_id) <= (:at, :post)
            ORDER BY scope DESC, published_at DESC, post_id DESC FETCH FIRST ROW ONLY
            """;
    static final String MIDDLE = """
            SELECT published_at, post_id FROM listing WHERE scope = :scope AND (published_at, post_id) >= (:at, :post)
            ORDER BY scope, published_at, post_id OFFSET :offset ROWS FETCH FIRST ROW ONLY
            """;
    static final String OLDER_THAN = """
            SELECT COUNT(*) FROM listing
            WHERE scope = :scope AND (published_at, post_id) >= (:at, :post) AND published_at < :until
            """;
    static final String NEXT_NEWER = """
            SELECT published_at, post_id FROM listing_block
            WHERE scope = :scope AND (published_at, post_id) > (:at, :post)
            ORDER BY scope, published_at, post_id FETCH FIRST ROW ONLY
            """;
    static final String WITHIN = """
            SELECT COUNT(*) FROM listing
            WHERE scope = :scope AND (published_at, post_id) >= (:at, :post) AND (published_at, post_id) < (:newer, :next)
            """;
    private static final String UPDATE = """
            UPDATE listing_block SET posts = :posts WHERE scope = :scope AND published_at = :at AND post_id = :post
            """;
    private static final String INSERT =
            "INSERT INTO listing_block (scope, published_at, post_id, posts) VALUES (:scope, :at, :post, :posts)";

    /** A post's place on a list: the newest is the greatest. */
    record Place(Instant publishedAt, UUID post) implements Comparable<Place> {
        /** As databases compare identities: by their digits. */
        private static final Comparator<Place> OLDEST_FIRST = Comparator.comparing(Place::publishedAt)
                .thenComparing(place -> place.post().toString());

        @Override
        public int compareTo(Place other) {
            return OLDEST_FIRST.compare(this, other);
        }

        /** Every post that was published then or later is behind it, and none that was published before. */
        static Place before(Instant instant) {
            return new Place(instant, new UUID(0, 0));
        }
    }

    /**
     * Where a page begins.
     *
     * @param before the posts of the page are older than this
     * @param offset how many of those are newer than the page
     */
    record Start(Place before, long offset) {}

    private record Block(Place from, int posts) {
        Block with(int more) {
            return new Block(from, posts + more);
        }
    }

    private Blocks() {}

    /** Where the page begins that follows so many posts of a list, of those that were published before an instant. */
    static Start after(Handle handle, UUID scope, Instant until, long posts) {
        Place before = Place.before(until);
        long offset = posts;
        boolean cut = !until.equals(Places.NEVER);
        for (Block block : newestFirst(handle, scope, until)) {
            long held = cut ? olderThan(handle, scope, until, block) : block.posts;
            if (offset < held) {
                break;
            }
            offset -= held;
            before = block.from;
            cut = false;
        }
        return new Start(before, offset);
    }

    /** To be called when posts stand in a list that did not before. */
    static void add(Handle handle, UUID scope, Collection<Place> places) {
        NavigableSet<Place> rest = new TreeSet<>(places);
        while (!rest.isEmpty()) {
            Block block = holding(handle, scope, rest.last()).orElseGet(() -> first(handle, scope));
            Set<Place> held = rest.tailSet(block.from, true);
            hold(handle, scope, block.with(held.size()));
            held.clear();
        }
    }

    private static Block first(Handle handle, UUID scope) {
        Block block = new Block(Place.before(Places.EVER), 0);
        store(handle, INSERT, scope, block);
        return block;
    }

    /** To be called when a post stands in a list no longer. */
    static void remove(Handle handle, UUID scope, Place place) {
        holding(handle, scope, place).ifPresent(block -> hold(handle, scope, block.with(-1)));
    }

    private static void hold(Handle handle, UUID scope, Block block) {
        if (block.posts >= 0 && block.posts <= LONGEST) {
            store(handle, UPDATE, scope, block);
            return;
        }
        cut(handle, UPDATE, scope, counted(handle, scope, block));
    }

    private static Block counted(Handle handle, UUID scope, Block block) {
        Place next = at(handle.createQuery(NEXT_NEWER), scope, block.from)
                .map((row, context) -> place(row))
                .findOne()
                .orElse(Place.before(Places.NEVER));
        int posts = at(handle.createQuery(WITHIN), scope, block.from)
                .bind("newer", next.publishedAt())
                .bind("next", next.post())
                .mapTo(Integer.class)
                .one();
        return new Block(block.from, posts);
    }

    /** Stores a block, or the parts of it if it is too long, of which the oldest takes its place. */
    private static void cut(Handle handle, String sql, UUID scope, Block block) {
        if (block.posts <= LONGEST) {
            store(handle, sql, scope, block);
            return;
        }
        int older = block.posts / 2;
        Place middle = at(handle.createQuery(MIDDLE), scope, block.from)
                .bind("offset", older)
                .map((row, context) -> place(row))
                .one();
        cut(handle, INSERT, scope, new Block(middle, block.posts - older));
        cut(handle, sql, scope, new Block(block.from, older));
    }

    private static List<Block> newestFirst(Handle handle, UUID scope, Instant until) {
        return handle.createQuery(NEWEST_FIRST)
                .bind("scope", scope)
                .bind("at", until)
                .map((row, context) -> block(row))
                .list();
    }

    private static Optional<Block> holding(Handle handle, UUID scope, Place place) {
        return at(handle.createQuery(HOLDING), scope, place)
                .map((row, context) -> block(row))
                .findOne();
    }

    private static long olderThan(Handle handle, UUID scope, Instant until, Block block) {
        return at(handle.createQuery(OLDER_THAN), scope, block.from)
                .bind("until", until)
                .mapTo(Long.class)
                .one();
    }

    private static void store(Handle handle, String sql, UUID scope, Block block) {
        at(handle.createUpdate(sql), scope, block.from)
                .bind("posts", block.posts)
                .execute();
    }

    private static <S extends SqlStatement<S>> S at(S statement, UUID scope, Place place) {
        return statement.bind("scope", scope).bind("at", place.publishedAt()).bind("post", place.post());
    }

    private static Block block(ResultSet row) throws SQLException {
        return new Block(place(row), row.getInt("posts"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(Columns.instant(row, "published_at"), Columns.id(row, "post_id"));
    }
}
