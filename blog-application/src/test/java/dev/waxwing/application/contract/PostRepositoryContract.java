package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.BOB;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.bob;
import static dev.waxwing.domain.fixture.Fixtures.body;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.post.Milestone;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link dev.waxwing.application.post.PostRepository} must do, whatever it stores posts in. */
public interface PostRepositoryContract {
    Storage storage();

    @Test
    default void a_post_is_found_as_it_was_saved() {
        storage().authors().save(ada());
        storage().authors().save(bob());
        Tag first = aTag("Zebra");
        Tag second = aTag("Apple");
        storage().tags().save(first);
        storage().tags().save(second);
        Post post = aDraft("Everything there is");
        post.revise(everything(), BOB, NOON.plusSeconds(1));
        post.credit(List.of(BOB, ADA), NOON);
        post.tag(List.of(first.id(), second.id()), NOON);
        post.link(new TranslationGroup(UUID.fromString("00000000-0000-7000-8000-00000000000a")), NOON);
        post.schedule(NOON.plusSeconds(60), NOON);

        storage().posts().save(post);

        Post.State saved = post.state();
        Post.State found = storage().posts().get(post.id()).state();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(saved);
        assertThat(found.version()).isEqualTo(1);
    }

    private static Content everything() {
        return new Content(
                new Title("Größe & 大きさ"),
                body("Words with \"quotes\", 'apostrophes', \\ backslashes, emoji 🦜 and\n\ttabs"),
                "In short",
                new Cover(new MediaAddress("/media/0123456789abcdef0123456789abcdef-1200x800.jpg"), "A waxwing"),
                new LanguageTag("de-AT"),
                new WebAddress("https://example.org/first"));
    }

    @Test
    default void a_post_that_was_never_saved_is_not_found() {
        assertThat(storage().posts().find(aDraft().id())).isEmpty();
    }

    @Test
    default void each_save_counts_as_a_version() {
        Post post = saved(aDraft());

        Post again = storage().posts().get(post.id());
        again.publish(NOON);
        storage().posts().save(again);

        assertThat(storage().posts().get(post.id()).state().version()).isEqualTo(2);
    }

    @Test
    default void the_second_of_two_concurrent_edits_is_refused() {
        Post post = saved(aDraft());
        Post mine = storage().posts().get(post.id());
        Post theirs = storage().posts().get(post.id());
        theirs.publish(NOON);
        storage().posts().save(theirs);
        mine.publish(NOON);

        assertThatThrownBy(() -> storage().posts().save(mine)).isInstanceOf(BlogException.Conflict.class);
        assertThat(storage().posts().get(post.id()).state().version()).isEqualTo(2);
    }

    @Test
    default void two_posts_never_share_an_address() {
        saved(aDraft("Same title"));

        assertThatThrownBy(() -> saved(aDraft("Same title"))).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void translations_of_one_post_are_in_different_languages() {
        Post english = saved(aDraft("Waxwings"));
        Post german = aDraft("Seidenschwänze", new LanguageTag("de"));
        german.link(english.state().group(), NOON);
        saved(german);
        Post another = aDraft("More waxwings");
        another.link(english.state().group(), NOON);

        assertThatThrownBy(() -> saved(another))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("language"));
        Post translated = storage().posts().get(german.id());
        translated.revise(content("Waxwings in English"), ADA, NOON);
        assertThatThrownBy(() -> saved(translated)).isInstanceOf(BlogException.Invalid.class);
        assertThat(storage().posts().find(another.id())).isEmpty();
    }

    @Test
    default void a_post_is_begun_only_once_under_its_identity() {
        Post post = saved(aDraft("Begun"));
        Post again = Post.draft(
                post.id(),
                post.state().kind(),
                new Slug("elsewhere"),
                post.state().revision(),
                List.of(ADA));

        assertThatThrownBy(() -> saved(again)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_post_is_found_by_its_slug_whatever_its_status() {
        Post post = saved(aDraft("Hidden gem"));

        assertThat(storage().posts().findBySlug(new Slug("hidden-gem"))).contains(post.id());
        assertThat(storage().posts().findBySlug(new Slug("no-gem"))).isEmpty();
        assertThat(storage().posts().slugsAmong(List.of(new Slug("no-gem"), new Slug("hidden-gem"))))
                .containsExactly(new Slug("hidden-gem"));
        assertThat(storage().posts().slugsAmong(List.of())).isEmpty();
    }

    @Test
    default void every_revision_is_kept() {
        Post post = saved(aDraft("First"));
        for (String title : List.of("Second", "Third")) {
            Post again = storage().posts().get(post.id());
            again.revise(content(title), BOB, NOON.plusSeconds(5));
            storage().posts().save(again);
        }

        assertThat(titleOf(post.id(), 1)).isEqualTo("First");
        assertThat(titleOf(post.id(), 2)).isEqualTo("Second");
        assertThat(titleOf(post.id(), 3)).isEqualTo("Third");
        assertThat(storage().posts().findRevision(post.id(), 4)).isEmpty();
    }

    private String titleOf(PostId post, int revision) {
        Revision found = storage().posts().findRevision(post, revision).orElseThrow();
        assertThat(found.number()).isEqualTo(revision);
        return found.content().title().value();
    }

    @Test
    default void pending_text_is_kept_beside_the_present_one() {
        Post post = saved(aPublished("First", NOON));
        for (String title : List.of("Second", "Third")) {
            Post again = storage().posts().get(post.id());
            again.edit(content(title), BOB, NOON.plusSeconds(5));
            storage().posts().save(again);
        }

        Post.State found = storage().posts().get(post.id()).state();
        assertThat(found.revision().content().title()).hasToString("First");
        assertThat(found.pending()).isEqualTo(new Revision(3, content("Third"), BOB, NOON.plusSeconds(5)));
        assertThat(found.writing().revisions()).isEqualTo(3);
        assertThat(found.writing().version()).isEqualTo(3);
        assertThat(titleOf(post.id(), 2)).isEqualTo("Second");
        assertThat(storage()
                        .postQueries()
                        .published(new Slug("first"))
                        .orElseThrow()
                        .summary()
                        .title())
                .isEqualTo("First");

        Post discarded = storage().posts().get(post.id());
        discarded.discardChanges(NOON.plusSeconds(6));
        storage().posts().save(discarded);
        assertThat(storage().posts().get(post.id()).state().pending()).isNull();
        assertThat(titleOf(post.id(), 3)).isEqualTo("Third");

        Post published = storage().posts().get(post.id());
        published.edit(content("Fourth"), BOB, NOON.plusSeconds(7));
        published.publishChanges(NOON.plusSeconds(8));
        storage().posts().save(published);
        assertThat(storage()
                        .postQueries()
                        .published(new Slug("first"))
                        .orElseThrow()
                        .summary()
                        .title())
                .isEqualTo("Fourth");
    }

    @Test
    default void changes_in_review_are_found_as_they_were_saved_and_taken_back() {
        Post post = saved(aPublished("First", NOON));
        Post changed = storage().posts().get(post.id());
        changed.edit(content("Second"), BOB, NOON.plusSeconds(5));
        changed.submit(NOON.plusSeconds(6));
        storage().posts().save(changed);

        Post submitted = storage().posts().get(post.id());
        assertThat(submitted.state().status()).isEqualTo(Post.Status.PUBLISHED);
        assertThat(submitted.state().isInReview()).isTrue();
        submitted.withdraw(NOON.plusSeconds(7));
        storage().posts().save(submitted);

        Post.State withdrawn = storage().posts().get(post.id()).state();
        assertThat(withdrawn.isInReview()).isFalse();
        assertThat(withdrawn.pending()).isNotNull();
    }

    @Test
    default void a_post_in_review_or_in_the_trash_is_found_as_it_was_saved() {
        Post submitted = aDraft("Submitted");
        submitted.submit(NOON);
        saved(submitted);
        Post trashed = aPublished("Trashed", NOON);
        trashed.trash(NOON.plusSeconds(5));
        saved(trashed);

        assertThat(storage().posts().get(submitted.id()).state().status()).isEqualTo(Post.Status.IN_REVIEW);
        assertThat(storage().posts().get(trashed.id()).state().trashing())
                .isEqualTo(new Post.Trashing(NOON.plusSeconds(5), Post.Status.PUBLISHED));
        assertThat(storage().postQueries().publishedCount()).isZero();
        assertThat(storage().redirectQueries().find(new SitePath("/trashed"))).contains(new Destination.Gone());
    }

    @Test
    default void saving_appends_the_events_in_order() {
        Post post = aDraft();
        post.publish(NOON);

        saved(post);

        assertThat(storage().changes().after(0, 10))
                .extracting(change -> change.event().getClass().getSimpleName())
                .containsSubsequence("Drafted", "Published");
        assertThat(storage().changes().head())
                .isEqualTo(storage().changes().after(0, 100).size());
    }

    @Test
    default void a_failing_unit_of_work_leaves_neither_post_nor_event() {
        withAuthors();
        long head = storage().changes().head();
        Post post = aDraft();

        assertThatThrownBy(() -> storage().work().run(() -> {
                    storage().posts().save(post);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(storage().posts().find(post.id())).isEmpty();
        assertThat(storage().changes().head()).isEqualTo(head);
    }

    @Test
    default void a_refusal_undoes_the_whole_unit_of_work_even_if_it_is_caught() {
        saved(aDraft("Same title"));
        Post before = aDraft("Before");

        assertThatThrownBy(() -> storage().work().run(() -> {
                    storage().posts().save(before);
                    assertThatThrownBy(() -> storage().posts().save(aDraft("Same title")))
                            .isInstanceOf(BlogException.Conflict.class);
                }))
                .isInstanceOf(BlogException.Conflict.class);

        assertThat(storage().posts().find(before.id())).isEmpty();
    }

    @Test
    default void an_inner_unit_of_work_that_fails_undoes_the_outer_one() {
        withAuthors();
        Post post = aDraft();

        assertThatThrownBy(() -> storage().work().run(() -> {
                    storage().posts().save(post);
                    assertThatThrownBy(() -> storage().work().run(() -> {
                                throw new IllegalStateException("boom");
                            }))
                            .hasMessage("boom");
                }))
                .hasMessage("boom");

        assertThat(storage().posts().find(post.id())).isEmpty();
    }

    @Test
    default void what_a_unit_of_work_has_saved_it_also_finds() {
        withAuthors();
        Post post = aPublished("Hello", NOON);

        storage().work().run(() -> {
            storage().posts().save(post);
            assertThat(storage().posts().findBySlug(new Slug("hello"))).contains(post.id());
            assertThat(storage().postQueries().publishedCount()).isEqualTo(1);
            Post again = storage().posts().get(post.id());
            again.revise(content("Hello again"), ADA, NOON);
            storage().posts().save(again);
        });

        assertThat(storage().posts().get(post.id()).state().version()).isEqualTo(2);
    }

    @Test
    default void a_post_saved_unchanged_stays_as_it_is() {
        Post post = saved(aPublished("Hello", NOON));
        long head = storage().changes().head();
        Post again = storage().posts().get(post.id());
        again.publish(NOON.plusSeconds(9));

        storage().posts().save(again);

        assertThat(storage().posts().get(post.id()).state()).isEqualTo(again.state());
        assertThat(storage().changes().head()).isEqualTo(head);
    }

    @Test
    default void an_unchanged_post_is_refused_too_if_it_is_stale() {
        Post post = saved(aPublished("Hello", NOON));
        Post mine = storage().posts().get(post.id());
        Post theirs = storage().posts().get(post.id());
        theirs.unpublish(NOON);
        storage().posts().save(theirs);
        mine.publish(NOON);

        assertThatThrownBy(() -> storage().posts().save(mine)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void the_longest_text_is_kept_character_for_character() {
        String markdown = "漢字 🦜\r\n\t\"'\\ \u00a0".repeat(38_461) + "x".repeat(7);
        assertThat(markdown).hasSize(Body.LONGEST_MARKDOWN);
        Body body = new Body(markdown, "x".repeat(Body.LONGEST_HTML), "<ol></ol>", markdown, 100_000);
        Post post = aDraft("Long");
        post.revise(Content.of(new Title("Long"), body, LanguageTag.ENGLISH), null, NOON);
        saved(post);

        Revision found = storage().posts().get(post.id()).state().revision();
        assertThat(found.content().body().equals(body)).isTrue();
        assertThat(found.by()).isNull();
    }

    @Test
    default void a_post_revised_several_times_before_a_save_keeps_all_of_it() {
        Post post = aDraft("First");
        post.revise(content("Second"), ADA, NOON);
        saved(post);
        Post again = storage().posts().get(post.id());
        again.revise(content("Third"), ADA, NOON);
        again.revise(content("Fourth"), ADA, NOON);
        storage().posts().save(again);

        assertThat(IntStream.rangeClosed(1, 4).mapToObj(number -> titleOf(post.id(), number)))
                .containsExactly("First", "Second", "Third", "Fourth");
        assertThat(storage().postQueries().revisions(post.id()))
                .extracting(RevisionView::number)
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    default void of_a_sitting_only_the_last_revision_is_kept_when_it_is_thinned() {
        Post post = saved(aDraft("First"));
        write(post.id(), ADA, 1, 2, 11, 12, 30);

        assertThat(thinned(post.id())).containsExactly(6, 5, 1);
        assertThat(titleOf(post.id(), 5)).isEqualTo("After 12 minutes");
        write(post.id(), ADA, 31);
        assertThat(storage().posts().get(post.id()).state().newest().number()).isEqualTo(7);
    }

    @Test
    default void what_another_went_on_from_is_no_part_of_their_sitting() {
        Post post = saved(aDraft("First"));
        write(post.id(), ADA, 1);
        write(post.id(), BOB, 2, 3);
        write(post.id(), null, 4, 5);

        assertThat(thinned(post.id())).containsExactly(6, 4, 2, 1);
    }

    @Test
    default void a_pause_of_ten_minutes_is_within_a_sitting_and_a_longer_one_is_not() {
        Post post = saved(aDraft("First"));
        Post again = storage().posts().get(post.id());
        Instant later = NOON.plus(RevisionView.PAUSE);
        again.revise(content("Second"), ADA, NOON);
        again.revise(content("Third"), ADA, later);
        again.revise(content("Fourth"), ADA, later.plus(RevisionView.PAUSE).plusNanos(1000));
        storage().posts().save(again);

        assertThat(thinned(post.id())).containsExactly(4, 3, 1);
    }

    @Test
    default void what_readers_saw_is_never_thinned_out() {
        Post post = saved(aPublished("First", NOON));
        write(post.id(), ADA, 1, 2);
        Post again = storage().posts().get(post.id());
        again.publishChanges(NOON.plusSeconds(150));
        storage().posts().save(again);
        write(post.id(), ADA, 3, 4);

        assertThat(thinned(post.id())).containsExactly(5, 3, 2, 1);
        assertThat(storage().postQueries().revisions(post.id()))
                .extracting(RevisionView::milestone)
                .containsExactly(
                        Optional.empty(), Optional.of(Milestone.SEEN), Optional.empty(), Optional.of(Milestone.SEEN));
    }

    @Test
    default void a_milestone_is_never_thinned_out_and_stays_what_it_is() {
        Post post = saved(aDraft("First"));
        write(post.id(), ADA, 1, 2, 3, 4);
        storage().posts().keep(post.id(), 3, Milestone.REVISITED);
        storage().posts().keep(post.id(), 3, Milestone.RESTORED);
        storage().posts().keep(post.id(), 9, Milestone.REVISITED);

        assertThat(thinned(post.id())).containsExactly(5, 3, 2, 1);
        assertThat(storage().postQueries().revisions(post.id()).get(1).milestone())
                .contains(Milestone.REVISITED);
    }

    @Test
    default void the_newest_number_stays_though_its_text_was_discarded() {
        Post post = saved(aPublished("First", NOON));
        write(post.id(), ADA, 1, 2);
        Post again = storage().posts().get(post.id());
        again.discardChanges(NOON.plusSeconds(150));
        storage().posts().save(again);

        assertThat(thinned(post.id())).containsExactly(3, 1);
    }

    private void write(PostId post, @Nullable AuthorId writer, int... minutes) {
        for (int minute : minutes) {
            Post again = storage().posts().get(post);
            again.edit(content("After %d minutes".formatted(minute)), writer, NOON.plus(Duration.ofMinutes(minute)));
            storage().posts().save(again);
        }
    }

    /** The numbers that are left, newest first, after each revision was looked at. */
    private List<Integer> thinned(PostId post) {
        int newest = storage().posts().get(post).state().writing().revisions();
        IntStream.rangeClosed(1, newest).forEach(number -> storage().posts().forgetPassing(post, number));
        return storage().postQueries().revisions(post).stream()
                .map(RevisionView::number)
                .toList();
    }

    @Test
    default void instants_are_kept_to_the_microsecond_in_any_century() {
        for (String instant : List.of(
                "1492-10-12T02:00:00.000001Z",
                "1969-12-31T23:59:59.999999Z",
                "2024-10-27T00:30:00Z",
                "2024-10-27T01:30:00Z")) {
            Instant date = Instant.parse(instant);
            Post post = saved(aPublished("In " + instant.replaceAll("\\D", ""), date));

            assertThat(storage().posts().get(post.id()).state().publishedAt()).isEqualTo(date);
        }
    }

    @Test
    default void a_post_never_names_an_author_or_a_tag_that_is_not_there() {
        Post nobodys = aDraft("Nobody's");
        assertThatThrownBy(() -> storage().posts().save(nobodys)).isInstanceOf(BlogException.Conflict.class);

        withAuthors();
        Post post = aDraft("Under nothing");
        post.tag(List.of(aTag("Never saved").id()), NOON);
        assertThatThrownBy(() -> storage().posts().save(post)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    default void a_unit_of_work_inside_another_joins_it() {
        withAuthors();
        Post inner = aDraft("Inner");

        assertThatThrownBy(() -> storage().work().run(() -> {
                    storage().work().run(() -> storage().posts().save(inner));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(storage().posts().find(inner.id())).isEmpty();
    }

    @Test
    default void the_longest_waiting_scheduled_post_is_due_first() {
        Post soon = scheduled("Soon", Duration.ofMinutes(1));
        Post sooner = scheduled("Sooner", Duration.ofSeconds(30));
        scheduled("Later", Duration.ofHours(1));
        saved(aPublished("Already there", NOON));

        Instant now = NOON.plus(Duration.ofMinutes(1));

        assertThat(storage().work().execute(() -> storage().posts().due(now, 10)))
                .containsExactly(sooner.id(), soon.id());
        assertThat(storage().work().execute(() -> storage().posts().due(now, 1)))
                .containsExactly(sooner.id());
        assertThat(storage().work().execute(() -> storage().posts().due(NOON, 10)))
                .isEmpty();
    }

    private Post scheduled(String title, Duration in) {
        Post post = aDraft(title);
        post.schedule(NOON.plus(in), NOON);
        return saved(post);
    }

    @Test
    default void posts_of_any_status_are_found_under_their_tag() {
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post draft = aDraft("Draft");
        Post published = aPublished("Published", NOON);
        draft.tag(List.of(tag.id()), NOON);
        published.tag(List.of(tag.id()), NOON);
        saved(draft);
        saved(published);
        saved(aDraft("Other"));

        assertThat(storage().posts().tagged(tag.id(), 10)).containsExactlyInAnyOrder(draft.id(), published.id());
    }

    @Test
    default void posts_that_are_added_together_are_as_if_each_had_been_saved() {
        withAuthors();
        Tag tag = aTag("Java");
        storage().tags().save(tag);
        Post draft = aDraft("Draft");
        Post older = aPublished("Older", NOON);
        Post newer = aPublished("Newer", NOON.plusSeconds(1));
        older.tag(List.of(tag.id()), NOON);
        newer.tag(List.of(tag.id()), NOON);
        newer.credit(List.of(BOB, ADA), NOON);
        long head = storage().changes().head();

        storage().posts().addAll(List.of(draft, newer, older));

        for (Post post : List.of(draft, newer, older)) {
            Post.State found = storage().posts().get(post.id()).state();
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(post.state());
            assertThat(found.version()).isEqualTo(1);
        }
        assertThat(storage().postQueries().published(new PostScope.Tagged(tag.id()), 0, 10))
                .extracting(PostSummary::id)
                .containsExactly(newer.id(), older.id());
        assertThat(storage().postQueries().publishedCount()).isEqualTo(2);
        assertThat(storage().changes().after(head, 100))
                .extracting(RecordedEvent::event)
                .filteredOn(PostEvent.Drafted.class::isInstance)
                .map(event -> ((PostEvent) event).post())
                .containsExactly(draft.id(), newer.id(), older.id());
        assertThat(storage().changes().head())
                .isEqualTo(head + storage().changes().after(head, 100).size());
    }

    @Test
    default void what_readers_saw_of_a_post_that_was_added_with_others_is_never_thinned_out() {
        withAuthors();
        Post post = aPublished("Seen", NOON);
        storage().posts().addAll(List.of(post, aDraft("Other")));
        Post again = storage().posts().get(post.id());
        again.revise(content("Seen again"), null, NOON.plusSeconds(1));
        storage().posts().save(again);

        storage().posts().forgetPassing(post.id(), 1);

        assertThat(storage().posts().findRevision(post.id(), 1)).isPresent();
    }

    @Test
    default void none_of_the_posts_is_added_if_the_address_of_one_is_taken() {
        saved(aDraft("Same title"));
        Post free = aDraft("Free");

        assertThatThrownBy(() -> storage().posts().addAll(List.of(free, aDraft("Same title"))))
                .isInstanceOf(BlogException.Conflict.class);
        assertThatThrownBy(() -> storage().posts().addAll(List.of(aDraft("Twice"), aDraft("Twice"))))
                .isInstanceOf(BlogException.Conflict.class);

        assertThat(storage().posts().find(free.id())).isEmpty();
        assertThat(storage().posts().findBySlug(new Slug("twice"))).isEmpty();
    }

    @Test
    default void no_post_that_is_added_names_a_tag_that_is_not_there() {
        withAuthors();
        Post post = aDraft();
        post.tag(List.of(aTag("Nowhere").id()), NOON);

        assertThatThrownBy(() -> storage().posts().addAll(List.of(post))).isInstanceOf(BlogException.Conflict.class);
    }

    private Post saved(Post post) {
        withAuthors();
        storage().posts().save(post);
        return post;
    }

    private void withAuthors() {
        if (storage().authors().find(ADA).isEmpty()) {
            storage().authors().save(ada());
            storage().authors().save(bob());
        }
    }
}
