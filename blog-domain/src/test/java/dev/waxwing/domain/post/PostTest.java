package dev.waxwing.domain.post;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.BOB;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post.Kind;
import dev.waxwing.domain.post.Post.Status;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostTest {
    private static final PostId ID = aPostId();
    private static final Slug SLUG = new Slug("hello");
    private static final Revision FIRST = new Revision(1, content("Hello"), ADA, NOON);
    private static final Instant SOON = NOON.plusSeconds(60);
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final TagId JAVA = new TagId(new UUID(2, 1));
    private static final TagId LINUX = new TagId(new UUID(2, 2));

    private final Post draft = inStatus(Status.DRAFT);
    private final Post scheduled = inStatus(Status.SCHEDULED);
    private final Post published = inStatus(Status.PUBLISHED);
    private final Post archived = inStatus(Status.ARCHIVED);

    /** A stored post in the third version: scheduled for later, or published at noon and perhaps archived since. */
    private static Post inStatus(Status status) {
        Instant scheduledFor = status == Status.SCHEDULED ? LATER : null;
        Instant publishedAt = status == Status.PUBLISHED || status == Status.ARCHIVED ? NOON : null;
        Post.Trashing trashing = status == Status.TRASHED ? new Post.Trashing(NOON, Status.DRAFT) : null;
        return Post.restore(new Post.State(
                ID,
                Kind.ARTICLE,
                SLUG,
                new Post.Writing(FIRST, null, 1, 1, false),
                List.of(JAVA),
                List.of(ADA),
                TranslationGroup.begunBy(ID),
                new Post.Life(status, scheduledFor, publishedAt, trashing),
                3));
    }

    private static void assertConflict(Runnable act, String message) {
        assertThatThrownBy(act::run).isInstanceOf(BlogException.Conflict.class).hasMessage(message);
    }

    private static void assertInvalid(Runnable act, String field, String message) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field))
                .hasMessage(message);
    }

    private static void assertUnchanged(Post post, Consumer<Post> act) {
        Post.State before = post.state();

        act.accept(post);

        assertThat(post.state()).isEqualTo(before);
        assertThat(post.drainEvents()).isEmpty();
    }

    @Nested
    class Drafting {

        @Test
        void a_draft_is_seen_by_nobody() {
            Post post = Post.draft(ID, Kind.PAGE, SLUG, FIRST, List.of(BOB, ADA));

            assertThat(post.state())
                    .isEqualTo(new Post.State(
                            ID,
                            Kind.PAGE,
                            SLUG,
                            new Post.Writing(FIRST, null, 1, 1, false),
                            List.of(),
                            List.of(BOB, ADA),
                            TranslationGroup.begunBy(ID),
                            new Post.Life(Status.DRAFT, null, null, null),
                            0));
            assertThat(post.drainNewRevisions()).containsExactly(FIRST);
            assertThat(post.id()).isEqualTo(ID);
            assertThat(post.wasSeen()).isFalse();
            assertThat(post.drainEvents()).containsExactly(new PostEvent.Drafted(ID, SLUG, NOON));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "admin", "api", "archive", "assets", "authors", "feed", "livez", "media", "metrics", "page",
                    "readyz", "search", "tags"
                })
        void a_word_of_the_site_is_no_address_for_a_post(String word) {
            Slug reserved = new Slug(word);

            assertInvalid(
                    () -> Post.draft(ID, Kind.ARTICLE, reserved, FIRST, List.of(ADA)),
                    "slug",
                    "'" + word + "' is a page of the site itself; choose another");
            assertThat(ReservedWords.contain(reserved)).isTrue();
            assertThat(ReservedWords.contain(reserved.numbered(2))).isFalse();
        }

        @Test
        void somebody_wrote_it() {
            assertInvalid(
                    () -> Post.draft(ID, Kind.ARTICLE, SLUG, FIRST, List.of()),
                    "authors",
                    "A post has 1 to 20 authors");
        }
    }

    @Nested
    class Revising {

        @Test
        void keeps_the_former_content() {
            published.revise(content("Hello again"), BOB, SOON);
            published.revise(content("Hello thrice"), null, LATER);

            Revision second = new Revision(2, content("Hello again"), BOB, SOON);
            Revision third = new Revision(3, content("Hello thrice"), null, LATER);
            assertThat(published.state().writing()).isEqualTo(new Post.Writing(third, null, 3, 4, false));
            assertThat(published.drainNewRevisions()).containsExactly(second, third);
            assertThat(published.drainEvents())
                    .containsExactly(new PostEvent.Revised(ID, 2, SOON), new PostEvent.Revised(ID, 3, LATER));
        }

        @Test
        void hands_over_new_revisions_and_events_once() {
            draft.revise(content("Hello again"), BOB, SOON);
            draft.drainNewRevisions();
            draft.drainEvents();

            assertThat(draft.drainNewRevisions()).isEmpty();
            assertThat(draft.drainEvents()).isEmpty();
        }

        @Test
        void with_the_same_content_does_nothing() {
            assertUnchanged(draft, post -> post.revise(content("Hello"), BOB, SOON));
            assertThat(draft.drainNewRevisions()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(Status.class)
        void changes_nothing_but_the_content(Status status) {
            Post post = inStatus(status);
            Post.State before = post.state();

            post.revise(content("Hello again"), BOB, SOON);

            assertThat(post.state())
                    .usingRecursiveComparison()
                    .ignoringFields("writing")
                    .isEqualTo(before);
        }
    }

    @Nested
    class Editing {

        @Test
        void a_published_post_keeps_from_readers_what_is_written() {
            published.edit(content("Hello again"), BOB, SOON);
            published.edit(content("Hello thrice"), BOB, LATER);

            Revision second = new Revision(2, content("Hello again"), BOB, SOON);
            Revision third = new Revision(3, content("Hello thrice"), BOB, LATER);
            assertThat(published.state().writing()).isEqualTo(new Post.Writing(FIRST, third, 3, 4, false));
            assertThat(published.state().newest()).isEqualTo(third);
            assertThat(published.drainNewRevisions()).containsExactly(second, third);
            assertThat(published.drainEvents())
                    .containsExactly(new PostEvent.Edited(ID, 2, SOON), new PostEvent.Edited(ID, 3, LATER));
        }

        @ParameterizedTest
        @EnumSource(
                value = Status.class,
                names = {"DRAFT", "IN_REVIEW", "SCHEDULED", "ARCHIVED", "TRASHED"})
        void any_other_post_says_at_once_what_is_written(Status status) {
            Post post = inStatus(status);

            post.edit(content("Hello again"), BOB, SOON);

            assertThat(post.state().revision()).isEqualTo(new Revision(2, content("Hello again"), BOB, SOON));
            assertThat(post.state().pending()).isNull();
            assertThat(post.state().status()).isEqualTo(status);
            assertThat(post.drainEvents()).containsExactly(new PostEvent.Revised(ID, 2, SOON));
        }

        @Test
        void the_same_words_again_do_nothing() {
            assertUnchanged(published, post -> post.edit(content("Hello"), BOB, SOON));
            published.edit(content("Hello again"), BOB, SOON);
            published.drainEvents();
            assertUnchanged(published, post -> post.edit(content("Hello again"), BOB, LATER));
        }

        @Test
        void changes_are_published_as_they_were_written() {
            published.edit(content("Hello again"), BOB, SOON);
            published.drainEvents();

            published.publishChanges(LATER);

            Revision second = new Revision(2, content("Hello again"), BOB, SOON);
            assertThat(published.state().writing()).isEqualTo(new Post.Writing(second, null, 2, 4, false));
            assertThat(published.drainEvents()).containsExactly(new PostEvent.ChangesPublished(ID, 2, LATER));
            assertUnchanged(published, post -> post.publishChanges(LATER));
        }

        @Test
        void changes_are_discarded_but_their_numbers_are_never_used_again() {
            published.edit(content("Hello again"), BOB, SOON);
            published.drainEvents();

            published.discardChanges(LATER);

            assertThat(published.state().writing()).isEqualTo(new Post.Writing(FIRST, null, 2, 4, false));
            assertThat(published.drainEvents()).containsExactly(new PostEvent.ChangesDiscarded(ID, 2, LATER));
            assertUnchanged(published, post -> post.discardChanges(LATER));
            published.edit(content("Hello thrice"), BOB, LATER);
            assertThat(published.state().newest().number()).isEqualTo(3);
        }

        @Test
        void changes_that_wait_are_not_passed_over() {
            published.edit(content("Hello again"), BOB, SOON);

            assertConflict(
                    () -> published.revise(content("Hello thrice"), BOB, LATER),
                    "The post has changes that are not published yet; publish or discard them first");
        }

        @Test
        void a_post_that_leaves_its_readers_takes_its_changes_along() {
            for (Consumer<Post> leaving : List.<Consumer<Post>>of(
                    post -> post.unpublish(LATER), post -> post.archive(LATER), post -> post.trash(LATER))) {
                Post post = inStatus(Status.PUBLISHED);
                post.edit(content("Hello again"), BOB, SOON);

                leaving.accept(post);

                assertThat(post.state().revision().content()).isEqualTo(content("Hello again"));
                assertThat(post.state().pending()).isNull();
            }
        }

        @Test
        void a_text_is_newer_than_one_who_saw_a_version_before_it() {
            published.edit(content("Hello again"), BOB, SOON);

            for (long seen : new long[] {0, 3, 5}) {
                assertConflict(
                        () -> published.requireNoNewerText(seen),
                        "The post was changed by someone else while you were writing");
            }
            Post saved = Post.restore(published.state().withVersion(6));
            for (long seen : new long[] {4, 5, 6}) {
                saved.requireNoNewerText(seen);
            }
        }
    }

    @Nested
    class Reviewing {

        @Test
        void a_draft_is_submitted_and_taken_back() {
            draft.submit(SOON);
            assertThat(draft.state().status()).isEqualTo(Status.IN_REVIEW);
            assertThat(draft.drainEvents()).containsExactly(new PostEvent.Submitted(ID, SOON));
            assertUnchanged(draft, post -> post.submit(LATER));

            draft.withdraw(LATER);
            assertThat(draft.state().status()).isEqualTo(Status.DRAFT);
            assertThat(draft.drainEvents()).containsExactly(new PostEvent.Withdrawn(ID, LATER));
            assertUnchanged(draft, post -> post.withdraw(LATER));
        }

        @ParameterizedTest
        @EnumSource(
                value = Status.class,
                names = {"SCHEDULED", "PUBLISHED", "ARCHIVED", "TRASHED"})
        void nothing_but_a_draft_and_changes_is_reviewed(Status status) {
            Post post = inStatus(status);

            assertConflict(
                    () -> post.submit(SOON),
                    "Only a draft, or changes that are not published yet, can be submitted for review");
            assertConflict(() -> post.withdraw(SOON), "Only a post in review can be taken back from it");
        }

        @Test
        void changes_of_a_published_post_are_submitted_and_taken_back() {
            published.edit(content("Hello again"), BOB, SOON);
            published.drainEvents();

            published.submit(SOON);
            assertThat(published.state().isInReview()).isTrue();
            assertThat(published.state().status()).isEqualTo(Status.PUBLISHED);
            assertThat(published.state().revision()).isEqualTo(FIRST);
            assertThat(published.drainEvents()).containsExactly(new PostEvent.ChangesSubmitted(ID, 2, SOON));
            assertUnchanged(published, post -> post.submit(LATER));

            published.withdraw(LATER);
            assertThat(published.state().isInReview()).isFalse();
            assertThat(published.state().pending()).isNotNull();
            assertThat(published.drainEvents()).containsExactly(new PostEvent.ChangesWithdrawn(ID, 2, LATER));
            assertUnchanged(published, post -> post.withdraw(LATER));
        }

        @Test
        void changes_that_were_submitted_stay_so_while_somebody_writes_on() {
            published.edit(content("Hello again"), BOB, SOON);
            published.submit(SOON);

            published.edit(content("Hello once more"), BOB, LATER);

            assertThat(published.state().isInReview()).isTrue();
            assertThat(published.state().newest().content()).isEqualTo(content("Hello once more"));
        }

        @Test
        void changes_are_in_review_no_longer_than_they_wait() {
            for (Consumer<Post> end : List.<Consumer<Post>>of(
                    post -> post.publishChanges(LATER),
                    post -> post.discardChanges(LATER),
                    post -> post.unpublish(LATER),
                    post -> post.archive(LATER),
                    post -> post.trash(LATER))) {
                Post post = inStatus(Status.PUBLISHED);
                post.edit(content("Hello again"), BOB, SOON);
                post.submit(SOON);

                end.accept(post);

                assertThat(post.state().isInReview()).isFalse();
                assertThat(post.state().pending()).isNull();
            }
        }

        @Test
        void what_was_reviewed_is_published() {
            draft.submit(SOON);

            draft.publish(LATER);

            assertThat(draft.state().status()).isEqualTo(Status.PUBLISHED);
        }
    }

    @Nested
    class Throwing_away {

        @ParameterizedTest
        @EnumSource(
                value = Status.class,
                names = {"DRAFT", "IN_REVIEW", "SCHEDULED", "PUBLISHED", "ARCHIVED"})
        void is_undone_but_shows_nothing_to_readers(Status status) {
            Post post = inStatus(status);
            boolean seen = post.wasSeen();

            post.trash(SOON);

            assertThat(post.state().status()).isEqualTo(Status.TRASHED);
            assertThat(post.state().trashing()).isEqualTo(new Post.Trashing(SOON, status));
            assertThat(post.state().scheduledFor()).isNull();
            assertThat(post.wasSeen()).isEqualTo(seen);
            assertThat(post.drainEvents()).containsExactly(new PostEvent.Trashed(ID, SLUG, SOON));
            assertUnchanged(post, thrown -> thrown.trash(LATER));

            post.undelete(LATER);

            Status after = status == Status.IN_REVIEW || status == Status.ARCHIVED ? status : Status.DRAFT;
            assertThat(post.state().status()).isEqualTo(after);
            assertThat(post.state().trashing()).isNull();
            assertThat(post.drainEvents()).containsExactly(new PostEvent.Undeleted(ID, after, LATER));
            assertUnchanged(post, found -> found.undelete(LATER));
        }

        @Test
        void is_no_way_to_readers() {
            Post trashed = inStatus(Status.TRASHED);

            for (Consumer<Post> act : List.<Consumer<Post>>of(
                    post -> post.publish(SOON),
                    post -> post.schedule(LATER, SOON),
                    post -> post.unpublish(SOON),
                    post -> post.archive(SOON))) {
                assertThatThrownBy(() -> act.accept(trashed))
                        .isInstanceOf(BlogException.Conflict.class)
                        .hasMessageStartingWith("A post must be taken out of the trash before it is ");
            }
        }
    }

    @Nested
    class Publishing {

        @Test
        void dates_the_post() {
            draft.publish(SOON);

            assertThat(draft.state().status()).isEqualTo(Status.PUBLISHED);
            assertThat(draft.state().publishedAt()).isEqualTo(SOON);
            assertThat(draft.wasSeen()).isTrue();
            assertThat(draft.drainEvents()).containsExactly(new PostEvent.Published(ID, SLUG, SOON));
        }

        @Test
        void does_not_wait_for_a_schedule() {
            scheduled.publish(SOON);

            assertThat(scheduled.state().status()).isEqualTo(Status.PUBLISHED);
            assertThat(scheduled.state().scheduledFor()).isNull();
            assertThat(scheduled.state().publishedAt()).isEqualTo(SOON);
        }

        @Test
        void again_does_nothing() {
            assertUnchanged(published, post -> post.publish(SOON));
            assertUnchanged(published, post -> post.publishAsOf(NOON, SOON));
        }

        @Test
        void again_under_another_date_is_refused() {
            assertConflict(
                    () -> published.publishAsOf(NOON.minusSeconds(9), SOON),
                    "The post is published already, under another date; change its date instead");
        }

        @Test
        void an_archived_post_is_refused() {
            assertConflict(() -> archived.publish(SOON), "An archived post must be reopened before it is published");
            assertConflict(
                    () -> archived.publishAsOf(NOON, SOON), "An archived post must be reopened before it is published");
        }

        @Test
        void what_was_taken_back_keeps_its_first_date() {
            published.unpublish(SOON);
            published.publish(LATER);

            assertThat(published.state().publishedAt()).isEqualTo(NOON);
            assertThat(published.drainEvents())
                    .containsExactly(
                            new PostEvent.Unpublished(ID, SLUG, SOON), new PostEvent.Published(ID, SLUG, LATER));
        }

        @Test
        void under_an_earlier_date_keeps_that_date() {
            Instant longAgo = Instant.parse("1999-12-31T23:59:59Z");

            draft.publishAsOf(longAgo, NOON);

            assertThat(draft.state().publishedAt()).isEqualTo(longAgo);
            assertThat(draft.drainEvents()).containsExactly(new PostEvent.Published(ID, SLUG, NOON));
        }

        @Test
        void under_a_later_date_is_refused() {
            assertInvalid(
                    () -> draft.publishAsOf(SOON, NOON),
                    "publishedAt",
                    "A post with a date in the future is scheduled instead");
            draft.publishAsOf(NOON, NOON);
            assertThat(draft.state().publishedAt()).isEqualTo(NOON);
        }
    }

    @Nested
    class Dating {
        private final Instant longAgo = Instant.parse("1999-12-31T23:59:59Z");

        @Test
        void puts_a_published_post_under_another_date_and_shows_nothing_that_waits() {
            published.edit(content("Waits"), ADA, SOON);
            published.drainEvents();

            published.redate(longAgo, LATER);

            assertThat(published.state().publishedAt()).isEqualTo(longAgo);
            assertThat(published.state().pending()).isNotNull();
            assertThat(published.drainEvents()).containsExactly(new PostEvent.Redated(ID, NOON, longAgo, LATER));
            assertUnchanged(published, post -> post.redate(longAgo, LATER));
            published.unpublish(LATER);
            published.publish(LATER);
            assertThat(published.state().publishedAt()).isEqualTo(longAgo);
        }

        @Test
        void never_in_the_future() {
            assertInvalid(
                    () -> published.redate(LATER, SOON),
                    "publishedAt",
                    "A post with a date in the future is scheduled instead");
        }

        @ParameterizedTest
        @EnumSource(
                value = Status.class,
                names = {"DRAFT", "IN_REVIEW", "SCHEDULED", "ARCHIVED", "TRASHED"})
        void is_for_posts_that_readers_see(Status status) {
            assertConflict(
                    () -> inStatus(status).redate(longAgo, SOON),
                    "Only a published post has a date that can be changed");
        }
    }

    @Nested
    class Scheduling {

        @Test
        void sets_a_time() {
            draft.schedule(LATER, NOON);

            assertThat(draft.state().status()).isEqualTo(Status.SCHEDULED);
            assertThat(draft.state().scheduledFor()).isEqualTo(LATER);
            assertThat(draft.wasSeen()).isFalse();
            assertThat(draft.drainEvents()).containsExactly(new PostEvent.Scheduled(ID, LATER, NOON));
        }

        @Test
        void again_sets_another_time() {
            scheduled.schedule(SOON, NOON);

            assertThat(scheduled.state().scheduledFor()).isEqualTo(SOON);
            assertThat(scheduled.drainEvents()).containsExactly(new PostEvent.Scheduled(ID, SOON, NOON));
        }

        @Test
        void for_the_same_time_does_nothing() {
            assertUnchanged(scheduled, post -> post.schedule(LATER, NOON));
        }

        @Test
        void for_a_time_that_has_passed_is_refused() {
            String message = "The time has passed; choose a later one, or publish now";

            assertInvalid(() -> draft.schedule(NOON, NOON), "scheduledFor", message);
            assertInvalid(() -> draft.schedule(NOON.minusNanos(1_000), NOON), "scheduledFor", message);
        }

        @Test
        void what_readers_see_is_refused() {
            assertConflict(
                    () -> published.schedule(LATER, SOON),
                    "The post is published already; take it back first to schedule it");
        }

        @Test
        void an_archived_post_is_refused() {
            assertConflict(
                    () -> archived.schedule(LATER, SOON), "An archived post must be reopened before it is scheduled");
        }

        @Test
        void comes_due_at_its_time_and_under_its_time() {
            assertUnchanged(scheduled, post -> post.publishIfDue(LATER.minusNanos(1_000)));

            scheduled.publishIfDue(LATER.plusSeconds(5));

            assertThat(scheduled.state().status()).isEqualTo(Status.PUBLISHED);
            assertThat(scheduled.state().publishedAt()).isEqualTo(LATER);
            assertThat(scheduled.state().scheduledFor()).isNull();
            assertThat(scheduled.drainEvents())
                    .containsExactly(new PostEvent.Published(ID, SLUG, LATER.plusSeconds(5)));
            assertUnchanged(scheduled, post -> post.publishIfDue(LATER.plusSeconds(9)));
        }

        @Test
        void comes_due_at_the_very_instant() {
            scheduled.publishIfDue(LATER);

            assertThat(scheduled.state().publishedAt()).isEqualTo(LATER);
        }

        @Test
        void what_readers_once_saw_keeps_its_first_date() {
            published.unpublish(SOON);
            published.schedule(LATER, SOON);
            published.publishIfDue(LATER);

            assertThat(published.state().status()).isEqualTo(Status.PUBLISHED);
            assertThat(published.state().publishedAt()).isEqualTo(NOON);
        }

        @Test
        void nothing_else_ever_comes_due() {
            assertUnchanged(draft, post -> post.publishIfDue(LATER));
            assertUnchanged(archived, post -> post.publishIfDue(LATER));
        }
    }

    @Nested
    class Taking_back {

        @Test
        void makes_a_draft_of_a_published_post() {
            published.unpublish(SOON);

            assertThat(published.state().status()).isEqualTo(Status.DRAFT);
            assertThat(published.wasSeen()).isTrue();
            assertThat(published.drainEvents()).containsExactly(new PostEvent.Unpublished(ID, SLUG, SOON));
        }

        @Test
        void makes_a_draft_of_a_scheduled_post() {
            scheduled.unpublish(SOON);

            assertThat(scheduled.state().status()).isEqualTo(Status.DRAFT);
            assertThat(scheduled.state().scheduledFor()).isNull();
            assertThat(scheduled.wasSeen()).isFalse();
        }

        @Test
        void a_draft_does_nothing() {
            assertUnchanged(draft, post -> post.unpublish(SOON));
        }

        @Test
        void an_archived_post_is_refused() {
            assertConflict(() -> archived.unpublish(SOON), "An archived post must be reopened before it is taken back");
        }
    }

    @Nested
    class Archiving {

        @ParameterizedTest
        @EnumSource(
                value = Status.class,
                names = {"DRAFT", "SCHEDULED", "PUBLISHED"})
        void puts_a_post_away(Status status) {
            Post post = inStatus(status);
            boolean seen = post.wasSeen();

            post.archive(SOON);

            assertThat(post.state().status()).isEqualTo(Status.ARCHIVED);
            assertThat(post.state().scheduledFor()).isNull();
            assertThat(post.wasSeen()).isEqualTo(seen);
            assertThat(post.drainEvents()).containsExactly(new PostEvent.Archived(ID, SLUG, SOON));
        }

        @Test
        void again_does_nothing() {
            assertUnchanged(archived, post -> post.archive(SOON));
        }

        @Test
        void is_undone_by_reopening() {
            archived.reopen(SOON);

            assertThat(archived.state().status()).isEqualTo(Status.DRAFT);
            assertThat(archived.state().publishedAt()).isEqualTo(NOON);
            assertThat(archived.drainEvents()).containsExactly(new PostEvent.Reopened(ID, SOON));
        }

        @ParameterizedTest
        @EnumSource(
                value = Status.class,
                names = {"DRAFT", "SCHEDULED", "PUBLISHED"})
        void only_an_archived_post_can_be_reopened(Status status) {
            assertConflict(() -> inStatus(status).reopen(SOON), "Only an archived post can be reopened");
        }
    }

    @Nested
    class Moving {

        @ParameterizedTest
        @EnumSource(Status.class)
        void changes_the_address_and_nothing_else(Status status) {
            Post post = inStatus(status);
            Post.State before = post.state();

            post.moveTo(new Slug("goodbye"), SOON);

            assertThat(post.state().slug()).isEqualTo(new Slug("goodbye"));
            assertThat(post.state())
                    .usingRecursiveComparison()
                    .ignoringFields("slug")
                    .isEqualTo(before);
            assertThat(post.drainEvents()).containsExactly(new PostEvent.Moved(ID, SLUG, new Slug("goodbye"), SOON));
        }

        @Test
        void to_the_same_address_does_nothing() {
            assertUnchanged(published, post -> post.moveTo(new Slug("hello"), SOON));
        }

        @Test
        void to_a_word_of_the_site_is_refused() {
            assertInvalid(
                    () -> published.moveTo(new Slug("tags"), SOON),
                    "slug",
                    "'tags' is a page of the site itself; choose another");
            assertThat(published.state().slug()).isEqualTo(SLUG);
        }

        @Test
        void never_happens_by_a_new_title() {
            published.revise(content("Quite another title"), ADA, SOON);

            assertThat(published.state().slug()).isEqualTo(SLUG);
        }
    }

    @Nested
    class Tagging {

        @Test
        void keeps_the_order_and_counts_each_tag_once() {
            draft.tag(List.of(LINUX, JAVA, LINUX), SOON);

            assertThat(draft.state().tags()).containsExactly(LINUX, JAVA);
            assertThat(draft.drainEvents())
                    .containsExactly(new PostEvent.Tagged(ID, List.of(JAVA), List.of(LINUX, JAVA), SOON));
        }

        @Test
        void with_the_same_tags_does_nothing() {
            assertUnchanged(draft, post -> post.tag(List.of(JAVA, JAVA), SOON));
        }

        @Test
        void another_primary_tag_is_a_change() {
            draft.tag(List.of(JAVA, LINUX), SOON);
            draft.drainEvents();

            draft.tag(List.of(LINUX, JAVA), SOON);

            assertThat(draft.drainEvents()).hasSize(1);
        }

        @Test
        void takes_tags_away() {
            draft.tag(List.of(), SOON);

            assertThat(draft.state().tags()).isEmpty();
            assertThat(draft.drainEvents()).containsExactly(new PostEvent.Tagged(ID, List.of(JAVA), List.of(), SOON));
        }

        @Test
        void a_post_has_at_most_50_tags() {
            draft.tag(tags(50), SOON);

            assertThat(draft.state().tags()).hasSize(50);
            assertInvalid(() -> draft.tag(tags(51), SOON), "tags", "A post can have at most 50 tags");
        }

        private static List<TagId> tags(int number) {
            return LongStream.range(0, number)
                    .mapToObj(n -> new TagId(new UUID(3, n)))
                    .toList();
        }
    }

    @Nested
    class Crediting {

        @Test
        void names_the_authors_in_order_and_each_once() {
            draft.credit(List.of(BOB, ADA, BOB), SOON);

            assertThat(draft.state().authors()).containsExactly(BOB, ADA);
            assertThat(draft.drainEvents())
                    .containsExactly(new PostEvent.Credited(ID, List.of(ADA), List.of(BOB, ADA), SOON));
        }

        @Test
        void the_same_authors_does_nothing() {
            assertUnchanged(draft, post -> post.credit(List.of(ADA), SOON));
        }

        @Test
        void nobody_is_refused() {
            assertInvalid(() -> draft.credit(List.of(), SOON), "authors", "A post has 1 to 20 authors");
        }

        @Test
        void at_most_20_authors() {
            draft.credit(authors(20), SOON);

            assertThat(draft.state().authors()).hasSize(20);
            assertInvalid(() -> draft.credit(authors(21), SOON), "authors", "A post has 1 to 20 authors");
        }

        private static List<AuthorId> authors(int number) {
            return LongStream.range(0, number)
                    .mapToObj(n -> new AuthorId(new UUID(4, n)))
                    .toList();
        }
    }

    @Nested
    class Linking {
        private static final TranslationGroup OTHERS = TranslationGroup.begunBy(new PostId(new UUID(5, 1)));

        @Test
        void puts_the_post_among_its_translations() {
            draft.link(OTHERS, SOON);

            assertThat(draft.state().group()).isEqualTo(OTHERS);
            assertThat(draft.drainEvents())
                    .containsExactly(new PostEvent.Linked(ID, TranslationGroup.begunBy(ID), OTHERS, SOON));
        }

        @Test
        void with_those_it_is_among_does_nothing() {
            assertUnchanged(draft, post -> post.link(TranslationGroup.begunBy(ID), SOON));
        }

        @Test
        void is_remembered_even_when_the_post_is_alone_again() {
            assertThat(draft.state().wasNeverLinked()).isTrue();

            draft.link(new TranslationGroup(new UUID(5, 2)), SOON);

            assertThat(draft.state().wasNeverLinked()).isFalse();
        }
    }
}
