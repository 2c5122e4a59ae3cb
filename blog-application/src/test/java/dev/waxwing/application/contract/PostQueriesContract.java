package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.BOB;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPage;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.bob;
import static dev.waxwing.domain.fixture.Fixtures.body;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.Milestone;
import dev.waxwing.application.post.PostAddress;
import dev.waxwing.application.post.PostLists;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.post.Surroundings;
import dev.waxwing.application.post.Translation;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PostQueries} must answer. */
public interface PostQueriesContract {
    PostScope ARTICLES = new PostScope.Articles();

    Storage storage();

    @Test
    default void a_published_post_is_shown_with_all_that_belongs_to_it() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post post = aPublished("Hello, hexagon", NOON);
        post.tag(List.of(tag.id()), NOON);
        post.credit(List.of(BOB, ADA), NOON);
        saved(post);

        PostView view = queries().published(new Slug("hello-hexagon")).orElseThrow();

        assertThat(view.html()).isEqualTo("<p>Words about Hello, hexagon</p>");
        PostSummary summary = view.summary();
        assertThat(summary.title()).isEqualTo("Hello, hexagon");
        assertThat(summary.excerpt()).isEqualTo("Words about Hello, hexagon");
        assertThat(summary.authors()).extracting(PostSummary.Byline::name).containsExactly("Bob", "Ada");
        assertThat(summary.tags()).extracting(PostSummary.Label::name).containsExactly("Java");
        assertThat(summary.publishedAt()).isEqualTo(NOON);
        assertThat(summary.updatedAt()).isEqualTo(NOON);
    }

    @Test
    default void the_translations_of_a_post_are_the_published_ones_by_language() {
        Post english = saved(aPublished("Waxwings", NOON));
        TranslationGroup group = english.state().group();
        for (Post other : List.of(
                aDraft("بال‌مومی", new LanguageTag("fa")),
                aDraft("Seidenschwänze", new LanguageTag("de")),
                aDraft("Not in this one", new LanguageTag("de")))) {
            other.publish(NOON);
            if (!other.state().slug().value().startsWith("not")) {
                other.link(group, NOON);
            }
            saved(other);
        }
        Post draft = aDraft("Jaseur", new LanguageTag("fr"));
        draft.link(group, NOON);
        saved(draft);

        assertThat(queries().translations(group))
                .extracting(Translation::title)
                .containsExactly("Seidenschwänze", "Waxwings", "بال‌مومی");
        assertThat(queries().translations(group).get(1))
                .isEqualTo(new Translation(english.id(), new Slug("waxwings"), "Waxwings", LanguageTag.ENGLISH, null));
        assertThat(queries().published(new Slug("waxwings")).orElseThrow().translations())
                .isEqualTo(group);
    }

    @Test
    default void a_translation_says_where_the_text_that_readers_see_was_first_published() {
        WebAddress elsewhere = new WebAddress("https://elsewhere.example/waxwings");
        Content content = content("Waxwings");
        Content fromElsewhere = new Content(
                content.title(), content.body(), content.excerpt(), content.cover(), content.language(), elsewhere);
        Post post = aPublished("Waxwings", NOON);
        post.revise(fromElsewhere, ADA, NOON);
        saved(post);
        post = storage().posts().get(post.id());
        post.edit(content, ADA, NOON);
        saved(post);

        assertThat(queries().translations(post.state().group()))
                .extracting(Translation::canonical)
                .containsExactly(elsewhere);
    }

    @Test
    default void nobody_reads_a_draft_a_scheduled_or_an_archived_post() {
        saved(aDraft("Draft"));
        Post scheduled = aDraft("Scheduled");
        scheduled.schedule(NOON.plusSeconds(9), NOON);
        saved(scheduled);
        Post archived = aPublished("Archived", NOON);
        archived.archive(NOON);
        saved(archived);

        for (String slug : List.of("draft", "scheduled", "archived")) {
            assertThat(queries().published(new Slug(slug))).isEmpty();
        }
        assertThat(queries().published(ARTICLES, 0, 10)).isEmpty();
        assertThat(queries().summaries(List.of(scheduled.id(), archived.id()))).isEmpty();
        assertThat(queries().searchTexts(List.of(scheduled.id(), archived.id())))
                .isEmpty();
        assertThat(queries().addresses(0, 10)).isEmpty();
        assertThat(queries().publishedCount()).isZero();
        assertThat(queries().years(ZoneOffset.UTC)).isEmpty();
    }

    @Test
    default void lists_are_newest_first_and_hold_articles_only() {
        fivePosts();
        Post page = aPage("About");
        page.publishAsOf(NOON, NOON);
        saved(page);

        assertThat(titles(queries().published(ARTICLES, 0, 10))).containsExactly("P5", "P4", "P3", "P2", "P1");
        assertThat(titles(queries().published(ARTICLES, 1, 2))).containsExactly("P4", "P3");
        assertThat(titles(queries().published(ARTICLES, 9, 2))).isEmpty();
        assertThat(titles(queries().published(new PostScope.Pages(), 0, 10))).containsExactly("About");
    }

    @Test
    default void a_list_goes_on_from_a_place_in_both_directions() {
        List<Post> posts = fivePosts();
        PostSummary middle = queries().summaries(List.of(posts.get(2).id())).get(0);

        assertThat(titles(queries().olderThan(middle.cursor(), ARTICLES, 10))).containsExactly("P2", "P1");
        assertThat(titles(queries().olderThan(middle.cursor(), ARTICLES, 1))).containsExactly("P2");
        assertThat(titles(queries().newerThan(middle.cursor(), ARTICLES, 10))).containsExactly("P4", "P5");
        assertThat(titles(queries().newerThan(middle.cursor(), ARTICLES, 1))).containsExactly("P4");
    }

    @Test
    default void posts_of_one_instant_keep_one_order_in_every_direction() {
        IntStream.rangeClosed(1, 4).forEach(n -> saved(aPublished("Twin " + n, NOON)));

        List<PostSummary> all = queries().published(ARTICLES, 0, 10);

        assertThat(queries().olderThan(all.get(0).cursor(), ARTICLES, 10)).isEqualTo(all.subList(1, 4));
        assertThat(queries().newerThan(all.get(3).cursor(), ARTICLES, 1)).containsExactly(all.get(2));
    }

    @Test
    default void scopes_hold_what_their_name_says() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post tagged = aPublished("Tagged", NOON);
        tagged.tag(List.of(tag.id()), NOON);
        saved(tagged);
        Post byBob = aPublished("By Bob", NOON.plusSeconds(100));
        byBob.credit(List.of(ADA, BOB), NOON);
        saved(byBob);

        assertThat(titles(queries().published(new PostScope.Tagged(tag.id()), 0, 9)))
                .containsExactly("Tagged");
        assertThat(titles(queries().published(new PostScope.By(BOB), 0, 9))).containsExactly("By Bob");
        assertThat(titles(queries().published(new PostScope.By(ADA), 0, 9))).containsExactly("By Bob", "Tagged");
        assertThat(titles(queries().published(new PostScope.Between(NOON, NOON.plusSeconds(100)), 0, 9)))
                .containsExactly("Tagged");
        assertThat(titles(
                        queries().published(new PostScope.Between(NOON.plusSeconds(100), NOON.plusSeconds(101)), 0, 9)))
                .containsExactly("By Bob");
    }

    @Test
    default void a_post_leaves_the_lists_when_it_loses_the_tag_or_its_readers() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post post = aPublished("Tagged", NOON);
        post.tag(List.of(tag.id()), NOON);
        saved(post);

        Post untagged = storage().posts().get(post.id());
        untagged.tag(List.of(), NOON);
        storage().posts().save(untagged);
        assertThat(queries().published(new PostScope.Tagged(tag.id()), 0, 9)).isEmpty();

        Post taken = storage().posts().get(post.id());
        taken.unpublish(NOON);
        storage().posts().save(taken);
        assertThat(queries().published(new PostScope.By(ADA), 0, 9)).isEmpty();
        assertThat(queries().publishedCount()).isZero();
    }

    @Test
    default void a_post_moves_in_the_lists_with_its_authors() {
        Post post = saved(aPublished("Credited", NOON));

        Post credited = storage().posts().get(post.id());
        credited.credit(List.of(BOB), NOON);
        storage().posts().save(credited);

        assertThat(queries().published(new PostScope.By(ADA), 0, 9)).isEmpty();
        assertThat(titles(queries().published(new PostScope.By(BOB), 0, 9))).containsExactly("Credited");
    }

    @Test
    default void a_page_is_on_no_list_of_articles() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post page = aPage("About");
        page.tag(List.of(tag.id()), NOON);
        page.publish(NOON);
        saved(page);

        assertThat(queries().published(new PostScope.Tagged(tag.id()), 0, 9)).isEmpty();
        assertThat(queries().published(new PostScope.By(ADA), 0, 9)).isEmpty();
        assertThat(queries().published(new PostScope.Between(NOON, NOON.plusSeconds(1)), 0, 9))
                .isEmpty();
        assertThat(queries().published(new Slug("about"))).isPresent();
    }

    @Test
    default void a_list_between_two_instants_ends_there_in_both_directions() {
        List<Post> posts = fivePosts();
        PostSummary middle = queries().summaries(List.of(posts.get(2).id())).get(0);
        PostScope inner = new PostScope.Between(NOON.plusSeconds(2), NOON.plusSeconds(5));

        assertThat(titles(queries().published(inner, 0, 9))).containsExactly("P4", "P3", "P2");
        assertThat(titles(queries().olderThan(middle.cursor(), inner, 9))).containsExactly("P2");
        assertThat(titles(queries().newerThan(middle.cursor(), inner, 9))).containsExactly("P4");
    }

    @Test
    default void a_post_taken_back_and_published_again_keeps_its_place() {
        List<Post> posts = fivePosts();
        for (Consumer<Post> change : List.<Consumer<Post>>of(
                post -> post.unpublish(NOON.plusSeconds(9)), post -> post.publish(NOON.plusSeconds(10)))) {
            Post post = storage().posts().get(posts.get(1).id());
            change.accept(post);
            storage().posts().save(post);
        }

        assertThat(titles(queries().published(ARTICLES, 0, 10))).containsExactly("P5", "P4", "P3", "P2", "P1");
    }

    @Test
    default void a_list_shows_the_authors_own_excerpt_or_the_beginning_of_the_text() {
        Post own = aDraft("Own");
        own.revise(
                new Content(new Title("Own"), body("Long text"), "e".repeat(1_000), null, LanguageTag.ENGLISH, null),
                ADA,
                NOON);
        own.publish(NOON);
        saved(own);
        Post cut = aDraft("Cut");
        cut.revise(
                Content.of(new Title("Cut"), body("many words ".repeat(1_000).strip()), LanguageTag.ENGLISH),
                ADA,
                NOON);
        cut.publish(NOON);
        saved(cut);

        assertThat(queries().summaries(List.of(own.id())).get(0).excerpt()).isEqualTo("e".repeat(1_000));
        assertThat(queries().summaries(List.of(cut.id())).get(0).excerpt())
                .startsWith("many words many")
                .hasSizeLessThanOrEqualTo(300)
                .endsWith("…");
    }

    @Test
    default void readers_learn_when_a_text_was_last_changed() {
        Post post = saved(aPublished("Hello", NOON));
        Post again = storage().posts().get(post.id());
        again.revise(content("Hello again"), ADA, NOON.plusSeconds(60));
        storage().posts().save(again);

        PostSummary summary = queries().summaries(List.of(post.id())).get(0);
        assertThat(summary.title()).isEqualTo("Hello again");
        assertThat(summary.publishedAt()).isEqualTo(NOON);
        assertThat(summary.updatedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    default void a_renamed_tag_and_author_are_shown_by_their_new_names() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post post = aPublished("Hello", NOON);
        post.tag(List.of(tag.id()), NOON);
        saved(post);

        Tag renamed = storage().tags().get(tag.id());
        renamed.rename(new TagName("The JVM"), NOON);
        storage().tags().save(renamed);
        Author author = storage().authors().get(ADA);
        author.changeProfile(Profile.named("Ada King"), NOON);
        storage().authors().save(author);

        PostSummary summary =
                queries().published(new Slug("hello")).orElseThrow().summary();
        assertThat(summary.tags()).extracting(PostSummary.Label::name).containsExactly("The JVM");
        assertThat(summary.authors()).extracting(PostSummary.Byline::name).containsExactly("Ada King");
    }

    @Test
    default void feeds_get_the_newest_posts_with_their_html() {
        fivePosts();

        assertThat(queries().latest(ARTICLES, 2))
                .extracting(PostView::html)
                .containsExactly("<p>Words about P5</p>", "<p>Words about P4</p>");
    }

    @Test
    default void related_posts_share_the_most_tags() {
        Tag java = aTag("Java");
        Tag linux = aTag("Linux");
        storage().tags().save(java);
        storage().tags().save(linux);
        Post origin = tagged("Origin", 0, java, linux);
        tagged("One in common", 9, java);
        tagged("Two in common", 1, linux, java);
        tagged("Nothing in common", 5);

        assertThat(titles(queries().related(summary(origin), 5))).containsExactly("Two in common", "One in common");
        assertThat(titles(queries().related(summary(origin), 1))).containsExactly("Two in common");
    }

    @Test
    default void the_lists_of_a_post_are_known_whatever_its_status() {
        Tag java = aTag("Java");
        storage().tags().save(java);
        Post post = aPublished("Origin", NOON);
        post.tag(List.of(java.id()), NOON);
        post.archive(NOON);
        saved(post);

        assertThat(queries().listsOf(post.id()))
                .contains(new PostLists(
                        Post.Kind.ARTICLE,
                        List.of(java.id()),
                        List.of(ADA),
                        post.state().group()));
        assertThat(queries().listsOf(new PostId(new UUID(0, 1)))).isEmpty();
    }

    private PostSummary summary(Post post) {
        return queries().summaries(List.of(post.id())).get(0);
    }

    private Post tagged(String title, int seconds, Tag... tags) {
        Post post = aPublished(title, NOON.plusSeconds(seconds));
        post.tag(List.of(tags).stream().map(Tag::id).toList(), NOON);
        return saved(post);
    }

    @Test
    default void summaries_come_in_the_order_asked_for() {
        List<Post> posts = fivePosts();

        assertThat(titles(queries()
                        .summaries(List.of(posts.get(3).id(), posts.get(0).id()))))
                .containsExactly("P4", "P1");
        assertThat(queries().searchTexts(List.of(posts.get(1).id())))
                .singleElement()
                .satisfies(found -> assertThat(found.text()).isEqualTo("Words about P2"));
    }

    @Test
    default void sitemaps_hold_articles_and_pages_once_each() {
        fivePosts();
        Post page = aPage("About");
        page.publishAsOf(NOON, NOON);
        saved(page);

        assertThat(queries().publishedCount()).isEqualTo(6);
        assertThat(queries().addresses(0, 4)).hasSize(4);
        assertThat(queries().addresses(4, 4)).hasSize(2);
        assertThat(queries().addresses(0, 9)).extracting(PostAddress::slug).doesNotHaveDuplicates();
    }

    @Test
    default void what_leads_on_from_an_article_stands_beside_it_or_shares_its_tags() {
        fivePosts();
        for (PostSummary article : queries().published(ARTICLES, 0, 5)) {
            assertThat(queries().around(article, 3))
                    .isEqualTo(new Surroundings(
                            queries().olderThan(article.cursor(), ARTICLES, 1).stream()
                                    .findFirst(),
                            queries().newerThan(article.cursor(), ARTICLES, 1).stream()
                                    .findFirst(),
                            queries().related(article, 3)));
        }
    }

    @Test
    default void the_years_are_those_of_a_zone_in_which_articles_were_published() {
        for (String date : List.of(
                "1969-07-20T20:17:40Z", "2024-02-29T12:00:00Z", "2025-12-31T23:30:00Z", "2025-06-01T00:00:00Z")) {
            saved(aPublished("On " + date, Instant.parse(date)));
        }
        Post page = aPage("About");
        page.publishAsOf(NOON.minus(Duration.ofDays(10_000)), NOON);
        saved(page);

        assertThat(queries().years(ZoneOffset.UTC)).containsExactly(2025, 2024, 1969);
        assertThat(queries().years(ZoneId.of("Europe/Vienna"))).containsExactly(2026, 2025, 2024, 1969);
    }

    @Test
    default void a_revised_post_is_updated_when_it_was_revised() {
        Post post = saved(aPublished("Hello", NOON));
        Post again = storage().posts().get(post.id());
        again.revise(content("Hello again"), BOB, NOON.plusSeconds(50));
        storage().posts().save(again);

        assertThat(queries().summaries(List.of(post.id()))).singleElement().satisfies(summary -> {
            assertThat(summary.title()).isEqualTo("Hello again");
            assertThat(summary.updatedAt()).isEqualTo(NOON.plusSeconds(50));
            assertThat(summary.publishedAt()).isEqualTo(NOON);
        });
        assertThat(queries().revisions(post.id()))
                .containsExactly(
                        new RevisionView(
                                2,
                                "Hello again",
                                Optional.of("Bob"),
                                NOON.plusSeconds(50),
                                Optional.of(Milestone.SEEN)),
                        new RevisionView(1, "Hello", Optional.of("Ada"), NOON, Optional.of(Milestone.SEEN)));
    }

    private PostQueries queries() {
        return storage().postQueries();
    }

    private List<Post> fivePosts() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(n -> saved(aPublished("P" + n, NOON.plusSeconds(n))))
                .toList();
    }

    private static List<String> titles(List<PostSummary> posts) {
        return posts.stream().map(PostSummary::title).toList();
    }

    private Post saved(Post post) {
        if (storage().authors().find(ADA).isEmpty()) {
            storage().authors().save(ada());
            storage().authors().save(bob());
        }
        storage().posts().save(post);
        return post;
    }
}
