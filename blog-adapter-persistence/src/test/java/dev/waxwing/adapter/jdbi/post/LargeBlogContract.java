package dev.waxwing.adapter.jdbi.post;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.jdbi.audit.JdbiAuditTrail;
import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Durability;
import dev.waxwing.adapter.jdbi.shared.OtherNodes;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.fixture.Chance;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** At 10,000 posts every list is read from an index and nothing is read twice. */
interface LargeBlogContract {
    Instant MIDDLE = ManyPosts.dateOf(5_000).toInstant();
    List<PostScope> SCOPES = List.of(
            new PostScope.Articles(),
            new PostScope.Pages(),
            new PostScope.Tagged(new TagId(ManyPosts.TAGS.get(1))),
            new PostScope.By(new AuthorId(ManyPosts.AUTHORS.get(1))),
            new PostScope.Between(
                    ManyPosts.dateOf(2_000).toInstant(), ManyPosts.dateOf(8_000).toInstant()));

    String JOIN = "INSERT INTO listing (scope, published_at, post_id) VALUES (:scope, :at, :post)";

    CountingSource source();

    /** The plan of a statement as the database tells it. */
    List<String> plan(String sql, Map<String, Object> values);

    /** How many rows the database looks at for a statement. */
    int rowsRead(String sql, Map<String, Object> values);

    /** Fails unless the plan goes through an index that has the rows in order. */
    void assertReadInOrder(List<String> plan);

    /** Fails unless the plan finds the rows by an index. */
    void assertFoundByIndex(List<String> plan);

    @Test
    default void every_list_is_read_in_order_from_an_index() {
        for (UUID scope : List.of(Listings.ARTICLES, Listings.PAGES, ManyPosts.TAGS.get(0), ManyPosts.AUTHORS.get(0))) {
            Map<String, Object> values = Map.of(
                    "scope",
                    scope,
                    "from",
                    ManyPosts.FIRST.toInstant(),
                    "until",
                    MIDDLE,
                    "at",
                    ManyPosts.dateOf(4_000).toInstant(),
                    "post",
                    ManyPosts.post(4_000),
                    "offset",
                    100L,
                    "limit",
                    10);
            for (String sql :
                    List.of(Places.NEWEST, Places.OLDER, Places.NEWER, JdbiPostQueries.NEWEST_BEFORE, Blocks.MIDDLE)) {
                assertReadInOrder(plan(sql, values));
            }
            for (String sql : List.of(Blocks.NEWEST_FIRST, Blocks.HOLDING, Blocks.OLDER_THAN, Blocks.NEXT_NEWER)) {
                assertFoundByIndex(plan(sql, values));
            }
        }
    }

    @Test
    default void the_translations_of_a_post_are_found_by_an_index() {
        for (String sql : List.of(JdbiPostQueries.TRANSLATIONS, JdbiDeskQueries.TRANSLATIONS)) {
            assertFoundByIndex(plan(sql, Map.of("translations", ManyPosts.post(4_000))));
        }
    }

    @Test
    default void every_list_of_the_desk_is_read_in_order_from_an_index() {
        Map<String, Object> values = Map.of(
                "status",
                "PUBLISHED",
                "author",
                ManyPosts.AUTHORS.get(0),
                "tag",
                ManyPosts.TAGS.get(0),
                "words",
                "%title%",
                "at",
                MIDDLE,
                "post",
                ManyPosts.post(5_000),
                "limit",
                50);
        assertReadInOrder(plan(DeskPlaces.sql(DeskFilter.EVERYTHING), values));
        assertReadInOrder(plan(DeskPlaces.sql(DeskFilter.of(Post.Status.PUBLISHED)), values));
        assertReadInOrder(plan(DeskPlaces.sql(DeskFilter.of(Post.Status.IN_REVIEW)), values));
        assertFoundByIndex(plan(DeskPlaces.sql(DeskFilter.EVERYTHING.titled("title")), values));
        DeskFilter narrow = DeskFilter.EVERYTHING
                .by(new AuthorId(ManyPosts.AUTHORS.get(0)))
                .under(new TagId(ManyPosts.TAGS.get(0)));
        assertFoundByIndex(plan(DeskPlaces.sql(narrow), values));
        assertFoundByIndex(plan(JdbiDeskQueries.ENTRIES, Map.of("posts", new UUID[] {ManyPosts.post(1)})));
    }

    @Test
    default void the_desk_takes_four_statements_for_a_page_of_any_length() {
        JdbiDeskQueries desk = new JdbiDeskQueries(new Database(source(), Durability.BY_COMMIT));
        source().reset();

        assertThat(desk.entries(DeskFilter.of(Post.Status.PUBLISHED).titled("title"), 50))
                .hasSize(50);

        assertThat(source().statements()).isEqualTo(4);
    }

    @Test
    default void the_sitemap_is_read_in_order_from_an_index() {
        Map<String, Object> values = Map.of("offset", 5_000L, "limit", 100);

        assertReadInOrder(plan(JdbiPostQueries.VISIBLE, values));
        assertFoundByIndex(plan(JdbiPostQueries.ADDRESSES, values));
        assertThat(rowsRead(JdbiPostQueries.ADDRESSES, Map.of("offset", 0L, "limit", 100)))
                .isLessThan(1_000);
    }

    private static Map<String, Object> someOfMany() {
        return Map.of("posts", new UUID[] {ManyPosts.post(1), ManyPosts.post(5_000), ManyPosts.post(9_999)});
    }

    @Test
    default void posts_and_what_belongs_to_them_are_found_by_an_index() {
        for (String sql :
                List.of(JdbiPostQueries.SUMMARY, JdbiPostQueries.WITH_TEXT, Attributions.AUTHORS, Attributions.TAGS)) {
            assertFoundByIndex(plan(sql, someOfMany()));
        }
    }

    @Test
    default void what_belongs_to_other_posts_is_not_read() {
        for (String sql : List.of(JdbiPostQueries.SUMMARY, JdbiPostQueries.WITH_TEXT, JdbiDeskQueries.ENTRIES)) {
            assertThat(rowsRead(sql, someOfMany())).as(sql).isLessThan(20);
        }
    }

    @Test
    default void single_things_are_found_by_an_index() {
        Map<String, Object> values = Map.of(
                "slug",
                "post-77",
                "id",
                ManyPosts.post(77),
                "post",
                ManyPosts.post(77),
                "tag",
                ManyPosts.TAGS.get(0),
                "tag0",
                ManyPosts.TAGS.get(0),
                "tag1",
                ManyPosts.TAGS.get(1),
                "ever",
                ManyPosts.FIRST.toInstant(),
                "now",
                MIDDLE,
                "newest",
                64,
                "limit",
                5);
        for (String sql : List.of(
                JdbiPostQueries.BY_SLUG,
                JdbiPostRepository.POST,
                JdbiPostRepository.PENDING,
                JdbiPostRepository.DUE,
                JdbiPostRepository.DUE + "FOR UPDATE SKIP LOCKED",
                JdbiDeskQueries.NEXT_DUE,
                JdbiPostRepository.TAGGED,
                Related.closestUnder(2),
                "SELECT scope, published_at FROM listing WHERE post_id = :post")) {
            assertFoundByIndex(plan(sql, values));
        }
    }

    @Test
    default void a_longer_page_takes_no_more_statements() {
        JdbiPostQueries queries = new JdbiPostQueries(new Database(source(), Durability.BY_COMMIT));
        for (PostScope scope : SCOPES) {
            source().reset();
            assertThat(queries.published(scope, 3, 50)).hasSizeBetween(1, 50);
            assertThat(source().statements()).as("list of %s", scope).isEqualTo(4);
            source().reset();
            assertThat(queries.latest(scope, 20)).hasSize(20);
            assertThat(source().statements()).as("feed of %s", scope).isEqualTo(4);
        }
        source().reset();
        assertThat(queries.published(new Slug("post-77"))).isPresent();
        assertThat(source().statements()).isEqualTo(3);
        PostSummary origin =
                queries.summaries(List.of(new PostId(ManyPosts.post(77)))).get(0);
        source().reset();
        assertThat(queries.addresses(7_000, 1_000)).hasSize(1_000);
        assertThat(source().statements()).isEqualTo(1);
        source().reset();
        assertThat(queries.related(origin, 5)).hasSize(5);
        assertThat(source().statements()).isEqualTo(4);
        source().reset();
        assertThat(queries.around(origin, 5).newer()).isPresent();
        assertThat(source().statements()).isEqualTo(6);
        source().reset();
        assertThat(queries.published(new PostScope.Articles(), 8_000, 10)).hasSize(10);
        assertThat(source().statements()).as("a deep page").isEqualTo(5);
    }

    @Test
    default void nothing_is_read_of_the_posts_that_are_not_due() {
        Map<String, Object> values = Map.of("ever", Places.EVER, "now", MIDDLE, "limit", 10);

        assertThat(rowsRead(JdbiPostRepository.DUE, values)).isLessThan(10);
        assertThat(rowsRead(JdbiDeskQueries.NEXT_DUE, Map.of("ever", Places.EVER)))
                .isLessThan(10);
    }

    @Test
    default void a_deep_page_is_found_whatever_came_and_went() {
        Chance chance = Chance.seeded(20261123);
        UUID scope = new UUID(0x7009L << 48, 1);
        NavigableSet<Integer> listed = new TreeSet<>();
        Database database = new Database(source(), Durability.BY_COMMIT);
        database.write(handle -> {
            for (int act = 0; act < 4_000; act++) {
                int post = chance.below(ManyPosts.COUNT);
                if (listed.add(post)) {
                    list(handle, scope, post);
                } else if (listed.remove(post)) {
                    unlist(handle, scope, post);
                }
            }
        });
        PostScope tag = new PostScope.Tagged(new TagId(scope));
        List<Integer> newestFirst = List.copyOf(listed.descendingSet());
        for (int look = 0; look < 100; look++) {
            int offset = Blocks.LONGEST + chance.below(newestFirst.size() - Blocks.LONGEST);
            List<UUID> page = database.read(handle -> Places.newest(handle, tag, offset, 3));
            assertThat(page)
                    .isEqualTo(newestFirst.stream()
                            .skip(offset)
                            .limit(3)
                            .map(ManyPosts::post)
                            .toList());
        }
    }

    @Test
    default void a_deep_page_is_found_though_many_posts_came_at_once() {
        Chance chance = Chance.seeded(20261124);
        UUID scope = new UUID(0x7009L << 48, 5_000);
        NavigableSet<Integer> listed = new TreeSet<>();
        Database database = new Database(source(), Durability.BY_COMMIT);
        for (int coming : List.of(1, 500, 3_500, 700)) {
            Set<Integer> together = IntStream.generate(() -> chance.below(ManyPosts.COUNT))
                    .filter(post -> !listed.contains(post))
                    .distinct()
                    .limit(coming)
                    .boxed()
                    .collect(toSet());
            database.write(handle -> {
                together.forEach(post -> change(handle, JOIN, scope, post));
                Blocks.add(
                        handle,
                        scope,
                        together.stream().map(LargeBlogContract::place).toList());
            });
            listed.addAll(together);
        }
        PostScope tag = new PostScope.Tagged(new TagId(scope));
        List<Integer> newestFirst = List.copyOf(listed.descendingSet());
        for (int offset = Blocks.LONGEST; offset < newestFirst.size(); offset += 97) {
            int deep = offset;
            assertThat(database.<List<UUID>>read(handle -> Places.newest(handle, tag, deep, 1)))
                    .containsExactly(ManyPosts.post(newestFirst.get(deep)));
        }
        assertThat(database.<List<Integer>>read(
                        handle -> handle.createQuery("SELECT posts FROM listing_block WHERE scope = :scope")
                                .bind("scope", scope)
                                .mapTo(Integer.class)
                                .list()))
                .allMatch(posts -> posts <= Blocks.LONGEST);
    }

    @Test
    default void a_wrong_number_of_posts_keeps_nobody_from_writing_and_is_counted_anew() {
        Database database = new Database(source(), Durability.BY_COMMIT);
        for (int wrong : List.of(0, Blocks.LONGEST)) {
            UUID scope = new UUID(0x7009L << 48, 2 + wrong);
            database.write(handle -> {
                for (int post = 1; post <= 1_500; post++) {
                    list(handle, scope, post);
                }
                handle.execute("UPDATE listing_block SET posts = ? WHERE scope = ?", wrong, scope);
                if (wrong == 0) {
                    unlist(handle, scope, 1);
                    unlist(handle, scope, 1_500);
                } else {
                    list(handle, scope, 0);
                }
            });
            int newest = wrong == 0 ? 1_499 : 1_500;
            List<UUID> page =
                    database.read(handle -> Places.newest(handle, new PostScope.Tagged(new TagId(scope)), 1_200, 1));
            assertThat(page).containsExactly(ManyPosts.post(newest - 1_200));
        }
    }

    /** Undone in the end: the other tests count on the numbers. */
    @Test
    default void a_wrong_length_of_a_list_keeps_nobody_from_writing_and_is_counted_anew() {
        Database database = new Database(source(), Durability.BY_COMMIT);
        JdbiChangeFeed changes = new JdbiChangeFeed(database, new JdbiAuditTrail(database), OtherNodes.NONE);
        Post post = new JdbiPostRepository(database, changes).get(new PostId(ManyPosts.post(11)));
        post.unpublish(MIDDLE);
        for (String wrong : List.of("UPDATE tally SET posts = 0", "DELETE FROM tally")) {
            assertThatThrownBy(() -> database.write(handle -> {
                        handle.execute(wrong);
                        Listings.place(handle, post.state());
                        throw new IllegalStateException("%d articles"
                                .formatted(handle.select("SELECT posts FROM tally WHERE scope = ?", Listings.ARTICLES)
                                        .mapTo(Integer.class)
                                        .one()));
                    }))
                    .as(wrong)
                    .hasMessage("8999 articles");
        }
    }

    private static void list(Handle handle, UUID scope, int post) {
        change(handle, JOIN, scope, post);
        Blocks.add(handle, scope, List.of(place(post)));
    }

    private static void unlist(Handle handle, UUID scope, int post) {
        change(
                handle,
                "DELETE FROM listing WHERE scope = :scope AND published_at = :at AND post_id = :post",
                scope,
                post);
        Blocks.remove(handle, scope, place(post));
    }

    private static Blocks.Place place(int post) {
        return new Blocks.Place(ManyPosts.dateOf(post).toInstant(), ManyPosts.post(post));
    }

    private static void change(Handle handle, String sql, UUID scope, int post) {
        handle.createUpdate(sql)
                .bind("scope", scope)
                .bind("at", ManyPosts.dateOf(post).toInstant())
                .bind("post", ManyPosts.post(post))
                .execute();
    }

    @Test
    default void every_page_of_every_list_holds_what_the_one_before_left() {
        JdbiPostQueries queries = new JdbiPostQueries(new Database(source(), Durability.BY_COMMIT));
        for (PostScope scope : SCOPES) {
            List<PostSummary> all = queries.published(scope, 0, ManyPosts.COUNT);
            assertThat(all)
                    .isSortedAccordingTo((one, other) -> other.publishedAt().compareTo(one.publishedAt()));
            int deep = all.size() * 9 / 10;
            assertThat(queries.published(scope, deep, 7)).isEqualTo(all.subList(deep, deep + 7));
            assertThat(queries.published(scope, all.size(), 7)).isEmpty();
            PostCursor place = all.get(deep).cursor();
            assertThat(queries.olderThan(place, scope, 7)).isEqualTo(all.subList(deep + 1, deep + 8));
            assertThat(queries.newerThan(place, scope, 1)).containsExactly(all.get(deep - 1));
        }
    }
}
