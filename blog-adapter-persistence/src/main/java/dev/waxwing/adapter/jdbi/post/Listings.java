package dev.waxwing.adapter.jdbi.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.waxwing.adapter.jdbi.shared.Batches;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Which lists readers find a post on, and how many posts each list has. A list is known by its scope: the identity of a tag
 * or an author, or one of the two below, which no tag or author has because they are no identities by RFC 9562. A number
 * that turns out to be wrong is counted anew, and keeps nobody from writing.
 */
final class Listings {
    static final UUID ARTICLES = new UUID(0, 1);
    static final UUID PAGES = new UUID(0, 2);

    private static final String COUNT = "(SELECT COUNT(*) FROM listing WHERE scope = :scope)";
    private static final String ADD = """
            UPDATE tally SET posts = CASE WHEN posts + :posts < 0 THEN %s ELSE posts + :posts END WHERE scope = :scope
            """.formatted(COUNT);
    private static final String BEGIN = "INSERT INTO tally (scope, posts) VALUES (:scope, %s)".formatted(COUNT);

    /** A post's place on one list. */
    private record Entry(UUID scope, Instant publishedAt, UUID post) {
        Blocks.Place place() {
            return new Blocks.Place(publishedAt, post);
        }
    }

    private Listings() {}

    /** Puts the post on the lists where readers find it as it is now, and takes it off the others. */
    static void place(Handle handle, Post.State post) {
        Set<Entry> present = post.version() == 0 ? Set.of() : present(handle, post.id());
        Set<Entry> wanted = wanted(post).collect(toSet());
        move(handle, without(present, wanted), without(wanted, present));
    }

    /** Puts posts that are new on the lists where readers find them. */
    static void add(Handle handle, List<Post.State> posts) {
        move(handle, Set.of(), posts.stream().flatMap(Listings::wanted).collect(toSet()));
    }

    private static void move(Handle handle, Set<Entry> left, Set<Entry> joined) {
        change(handle, "DELETE FROM listing WHERE scope = :scope AND published_at = :at AND post_id = :post", left);
        change(handle, "INSERT INTO listing (scope, published_at, post_id) VALUES (:scope, :at, :post)", joined);
        count(handle, left, joined);
        left.forEach(entry -> Blocks.remove(handle, entry.scope(), entry.place()));
        joined.stream()
                .collect(groupingBy(Entry::scope, mapping(Entry::place, toList())))
                .forEach((scope, places) -> Blocks.add(handle, scope, places));
    }

    private static Stream<Entry> wanted(Post.State post) {
        Instant date = post.publishedAt();
        return post.status() != Post.Status.PUBLISHED || date == null
                ? Stream.of()
                : scopes(post).map(scope -> new Entry(scope, date, post.id().value()));
    }

    private static Stream<UUID> scopes(Post.State post) {
        return switch (post.kind()) {
            case PAGE -> Stream.of(PAGES);
            case ARTICLE ->
                Stream.of(
                                Stream.of(ARTICLES),
                                post.tags().stream().map(TagId::value),
                                post.authors().stream().map(AuthorId::value))
                        .flatMap(scopes -> scopes);
        };
    }

    private static Set<Entry> present(Handle handle, PostId post) {
        return handle.createQuery("SELECT scope, published_at FROM listing WHERE post_id = :post")
                .bind("post", post.value())
                .map((row, context) ->
                        new Entry(Columns.id(row, "scope"), Columns.instant(row, "published_at"), post.value()))
                .set();
    }

    private static void change(Handle handle, String sql, Set<Entry> entries) {
        Batches.execute(
                handle,
                sql,
                List.copyOf(entries),
                (batch, entry) -> batch.bind("scope", entry.scope())
                        .bind("at", entry.publishedAt())
                        .bind("post", entry.post()));
    }

    private static void count(Handle handle, Set<Entry> left, Set<Entry> joined) {
        Map<UUID, Integer> more = new HashMap<>();
        left.forEach(entry -> more.merge(entry.scope(), -1, Integer::sum));
        joined.forEach(entry -> more.merge(entry.scope(), 1, Integer::sum));
        more.values().removeIf(posts -> posts == 0);
        List<UUID> scopes = List.copyOf(more.keySet());
        List<UUID> unknown = Batches.missed(scopes, add(handle, scopes, more));
        Batches.execute(handle, BEGIN, unknown, (batch, scope) -> batch.bind("scope", scope));
    }

    private static int[] add(Handle handle, List<UUID> scopes, Map<UUID, Integer> more) {
        return Batches.execute(
                handle,
                ADD,
                scopes,
                (batch, scope) -> batch.bind("scope", scope).bind("posts", more.get(scope)));
    }

    private static Set<Entry> without(Set<Entry> entries, Set<Entry> others) {
        Set<Entry> rest = new HashSet<>(entries);
        rest.removeAll(others);
        return rest;
    }
}
