package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.BOB;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.bob;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.LinkedPost;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link DeskQueries} must answer. */
public interface DeskQueriesContract {
    Storage storage();

    @Test
    default void the_desk_shows_posts_of_every_status_but_the_trash() {
        onePostOfEachStatus();

        assertThat(titles(DeskFilter.EVERYTHING))
                .containsExactly("Archived", "Published", "Scheduled", "In review", "Draft");
    }

    @Test
    default void the_desk_is_filtered_by_status() {
        onePostOfEachStatus();

        for (Post.Status status : Post.Status.values()) {
            assertThat(desk().entries(DeskFilter.of(status), 9))
                    .singleElement()
                    .returns(status, DeskEntry::status)
                    .satisfies(entry -> assertThat(
                                    entry.title().toUpperCase(Locale.ROOT).replace(' ', '_'))
                            .isEqualTo(status.name()));
        }
    }

    @Test
    default void the_desk_is_filtered_by_author_tag_and_words_of_the_title() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        edited("100% Java", 1, post -> post.tag(List.of(tag.id()), NOON));
        edited("Größe of JAVA", 2, post -> post.credit(List.of(BOB), NOON));
        edited("1000 birds", 3, post -> post.credit(List.of(ADA, BOB), NOON));

        assertThat(titles(DeskFilter.EVERYTHING.by(BOB))).containsExactly("1000 birds", "Größe of JAVA");
        assertThat(titles(DeskFilter.EVERYTHING.under(tag.id()))).containsExactly("100% Java");
        assertThat(titles(DeskFilter.EVERYTHING.titled("java"))).containsExactly("Größe of JAVA", "100% Java");
        assertThat(titles(DeskFilter.EVERYTHING.titled("GRÖSSE"))).isEmpty();
        assertThat(titles(DeskFilter.EVERYTHING.titled("100%"))).containsExactly("100% Java");
        assertThat(titles(DeskFilter.EVERYTHING.titled("_"))).isEmpty();
        assertThat(titles(DeskFilter.of(Post.Status.DRAFT).by(BOB).titled("birds")))
                .containsExactly("1000 birds");
        assertThat(titles(DeskFilter.of(Post.Status.PUBLISHED).by(BOB))).isEmpty();
    }

    @Test
    default void words_with_a_meaning_in_sql_are_words() {
        List<String> titles =
                List.of("50% off", "a_b", "it's", "back\\slash", "\"quoted\"", "bang!", "'; drop table post; --");
        titles.forEach(title -> edited(title, 1, post -> {}));

        for (String title : titles) {
            assertThat(titles(DeskFilter.EVERYTHING.titled(title))).containsExactly(title);
        }
        assertThat(titles(DeskFilter.EVERYTHING.titled("' OR 1=1 --"))).isEmpty();
        assertThat(titles(DeskFilter.EVERYTHING.titled("%%"))).isEmpty();
    }

    @Test
    default void pages_of_the_desk_hold_what_the_one_before_left() {
        for (int n = 1; n <= 7; n++) {
            edited("Post " + n, n / 3, post -> {});
        }
        for (DeskFilter filter : List.of(DeskFilter.EVERYTHING, DeskFilter.of(Post.Status.DRAFT))) {
            List<DeskEntry> whole = desk().entries(filter, 9);
            List<DeskEntry> pages = new ArrayList<>(desk().entries(filter, 2));
            while (pages.size() < 7) {
                pages.addAll(desk().entries(filter, pages.get(pages.size() - 1).cursor(), 2));
            }

            assertThat(pages).isEqualTo(whole).hasSize(7);
            assertThat(desk().entries(filter, whole.get(6).cursor(), 2)).isEmpty();
        }
    }

    @Test
    default void an_entry_shows_the_newest_title_and_what_is_kept_from_readers() {
        authors();
        Post post = aPublished("Hello", NOON);
        storage().posts().save(post);
        Post again = storage().posts().get(post.id());
        again.edit(content("Hello again"), BOB, NOON.plusSeconds(9));
        storage().posts().save(again);

        assertThat(desk().entry(post.id())).hasValueSatisfying(entry -> {
            assertThat(entry.title()).isEqualTo("Hello again");
            assertThat(entry.changed()).isTrue();
            assertThat(entry.editedAt()).isEqualTo(NOON.plusSeconds(9));
            assertThat(entry.publishedAt()).isEqualTo(NOON);
            assertThat(entry.authors()).extracting(PostSummary.Byline::name).containsExactly("Ada");
        });
        assertThat(desk().entry(aPostId())).isEmpty();
    }

    @Test
    default void the_translations_of_a_post_are_those_of_every_status_under_the_titles_that_readers_know() {
        authors();
        Post german = aDraft("Seidenschwanz", new LanguageTag("de"));
        german.credit(List.of(BOB, ADA), NOON);
        storage().posts().save(german);
        Post english = aPublished("Waxwing", NOON);
        english.link(german.state().group(), NOON);
        english.edit(content("Bohemian waxwing"), ADA, NOON.plusSeconds(9));
        storage().posts().save(english);
        storage().posts().save(aDraft("Another one"));

        assertThat(desk().translations(german.state().group()))
                .containsExactly(
                        new LinkedPost(
                                german.id(),
                                german.state().slug(),
                                "Seidenschwanz",
                                new LanguageTag("de"),
                                Post.Status.DRAFT,
                                List.of(BOB, ADA)),
                        new LinkedPost(
                                english.id(),
                                english.state().slug(),
                                "Waxwing",
                                LanguageTag.ENGLISH,
                                Post.Status.PUBLISHED,
                                List.of(ADA)));
        assertThat(desk().translations(TranslationGroup.begunBy(aPostId()))).isEmpty();
    }

    @Test
    default void what_waits_for_an_editor_are_posts_and_changes_of_published_ones() {
        onePostOfEachStatus();
        edited("Changed", 7, post -> {
            post.publish(NOON);
            post.edit(content("Changed again"), ADA, NOON.plusSeconds(8));
        });
        edited("Changed too", 9, post -> {
            post.publish(NOON);
            post.edit(content("Changed for review"), ADA, NOON.plusSeconds(10));
            post.submit(NOON);
        });

        List<DeskEntry> found = desk().entries(DeskFilter.of(Post.Status.IN_REVIEW), 9);

        assertThat(found).extracting(DeskEntry::title).containsExactly("Changed for review", "In review");
        assertThat(found).extracting(DeskEntry::submitted).containsExactly(true, false);
        assertThat(titles(DeskFilter.of(Post.Status.PUBLISHED)))
                .containsExactly("Changed for review", "Changed again", "Published");
        assertThat(titles(DeskFilter.of(Post.Status.IN_REVIEW).by(BOB))).isEmpty();
        assertThat(desk().entries(
                                DeskFilter.of(Post.Status.IN_REVIEW),
                                found.get(0).cursor(),
                                9))
                .isEqualTo(found.subList(1, 2));
    }

    @Test
    default void the_next_to_appear_is_the_scheduled_post_that_is_due_first() {
        assertThat(desk().nextDue()).isEmpty();
        onePostOfEachStatus();
        edited("Later", 7, post -> post.schedule(NOON.plusSeconds(90), NOON));

        assertThat(desk().nextDue()).contains(NOON.plusSeconds(60));
    }

    private void onePostOfEachStatus() {
        edited("Draft", 1, post -> {});
        edited("In review", 2, post -> post.submit(NOON));
        edited("Scheduled", 3, post -> post.schedule(NOON.plusSeconds(60), NOON));
        edited("Published", 4, post -> post.publish(NOON));
        edited("Archived", 5, post -> post.archive(NOON));
        edited("Trashed", 6, post -> post.trash(NOON));
    }

    private void edited(String title, int seconds, Consumer<Post> act) {
        authors();
        Post post = aDraft("Before " + title);
        post.edit(content(title), ADA, NOON.plusSeconds(seconds));
        act.accept(post);
        storage().posts().save(post);
    }

    private List<String> titles(DeskFilter filter) {
        return desk().entries(filter, 9).stream().map(DeskEntry::title).toList();
    }

    private DeskQueries desk() {
        return storage().deskQueries();
    }

    private void authors() {
        if (storage().authors().find(ADA).isEmpty()) {
            storage().authors().save(ada());
            storage().authors().save(bob());
        }
    }
}
