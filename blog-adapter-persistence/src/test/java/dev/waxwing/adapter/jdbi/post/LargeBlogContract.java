package dev.waxwing.adapter.jdbi.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Durability;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    CountingSource source();

    /** The plan of a statement as the database tells it. */
    List<String> plan(String sql, Map<String, Object> values);

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
            for (String sql : List.of(Places.NEWEST, Places.OLDER, Places.NEWER)) {
                assertReadInOrder(plan(sql, values));
            }
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
        assertReadInOrder(plan(JdbiPostQueries.VISIBLE, Map.of("offset", 5_000L, "limit", 100)));
    }

    @Test
    default void posts_and_what_belongs_to_them_are_found_by_an_index() {
        Map<String, Object> values = Map.of(
                "posts",
                new UUID[] {ManyPosts.post(1), ManyPosts.post(5_000), ManyPosts.post(9_999)},
                "tags",
                ManyPosts.TAGS.toArray(UUID[]::new));
        for (String sql : List.of(
                JdbiPostQueries.SUMMARY,
                JdbiPostQueries.WITH_TEXT,
                JdbiPostQueries.ADDRESSES,
                Attributions.AUTHORS,
                Attributions.TAGS,
                Related.SHARED_TAGS)) {
            assertFoundByIndex(plan(sql, values));
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
                "now",
                MIDDLE,
                "limit",
                5);
        for (String sql : List.of(
                "SELECT id FROM post WHERE slug = :slug AND status = 'PUBLISHED'",
                JdbiPostRepository.POST,
                JdbiPostRepository.PENDING,
                JdbiPostRepository.DUE,
                JdbiPostRepository.DUE + "FOR UPDATE SKIP LOCKED",
                JdbiPostRepository.TAGGED,
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
        assertThat(source().statements()).isEqualTo(4);
        PostSummary origin =
                queries.summaries(List.of(new PostId(ManyPosts.post(77)))).get(0);
        source().reset();
        assertThat(queries.addresses(7_000, 1_000)).hasSize(1_000);
        assertThat(source().statements()).isEqualTo(2);
        source().reset();
        assertThat(queries.related(origin, 5)).hasSize(5);
        assertThat(source().statements()).isLessThanOrEqualTo(8);
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
            PostCursor place = all.get(deep).cursor();
            assertThat(queries.olderThan(place, scope, 7)).isEqualTo(all.subList(deep + 1, deep + 8));
            assertThat(queries.newerThan(place, scope, 1)).containsExactly(all.get(deep - 1));
        }
    }
}
