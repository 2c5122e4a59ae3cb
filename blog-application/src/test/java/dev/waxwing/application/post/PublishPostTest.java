package dev.waxwing.application.post;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.shared.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From draft to readers and back, now, later, or never again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishPostTest {
    private final Newsroom room = new Newsroom();

    @Nested
    class Publishing {

        @Test
        void an_author_publishes_her_own_draft() {
            PostId post = room.draft("Hello, hexagon");

            room.posts.publish().handle(new PublishPost.Command(room.author, post));

            assertThat(room.posts.queries().published(new Slug("hello-hexagon")))
                    .hasValueSatisfying(view -> {
                        assertThat(view.summary().id()).isEqualTo(post);
                        assertThat(view.summary().publishedAt()).isEqualTo(NOON);
                    });
        }

        @Test
        void twice_is_once() {
            PostId post = room.published("Hello");
            room.clock.advance(Duration.ofHours(1));
            long head = room.blog.head();

            room.posts.publish().handle(new PublishPost.Command(room.author, post));

            assertThat(room.blog.head()).isEqualTo(head);
            assertThat(room.state(post).publishedAt()).isEqualTo(NOON);
        }

        @Test
        void what_does_not_exist_is_not_found() {
            room.assertRefused(
                    BlogException.NotFound.class,
                    () -> room.posts.publish().handle(new PublishPost.Command(room.editor, Fixtures.aPostId())));
        }

        @Test
        void what_was_taken_back_is_hidden_until_it_is_published_again() {
            PostId post = room.published("Hello");
            room.posts.unpublish().handle(new UnpublishPost.Command(room.author, post));
            assertThat(room.reads("hello")).isFalse();
            assertThat(room.follow("/hello")).isEmpty();
            room.clock.advance(Duration.ofHours(1));

            room.posts.publish().handle(new PublishPost.Command(room.author, post));

            assertThat(room.reads("hello")).isTrue();
            assertThat(room.state(post).publishedAt()).isEqualTo(NOON);
        }
    }

    @Nested
    class Archiving {

        @Test
        void tells_those_who_knew_the_post_that_it_is_gone() {
            PostId post = room.published("Hello");
            room.move(post, "goodbye");

            room.posts.archive().handle(new ArchivePost.Command(room.author, post));

            assertThat(room.reads("goodbye")).isFalse();
            assertThat(room.follow("/goodbye")).contains(new Destination.Gone());
            assertThat(room.follow("/hello")).contains(new Destination.Gone());
        }

        @Test
        void what_nobody_knew_is_no_news() {
            PostId post = room.draft("Hello");

            room.posts.archive().handle(new ArchivePost.Command(room.author, post));

            assertThat(room.follow("/hello")).isEmpty();
        }

        @Test
        void is_undone_by_reopening() {
            PostId post = room.published("Hello");
            room.posts.archive().handle(new ArchivePost.Command(room.author, post));
            room.assertRefused(
                    BlogException.Conflict.class,
                    () -> room.posts.publish().handle(new PublishPost.Command(room.author, post)));

            room.posts.reopen().handle(new ReopenPost.Command(room.author, post));
            assertThat(room.follow("/hello")).isEmpty();
            room.posts.publish().handle(new PublishPost.Command(room.author, post));

            assertThat(room.reads("hello")).isTrue();
            assertThat(room.state(post).publishedAt()).isEqualTo(NOON);
        }

        @Test
        void only_what_is_archived_can_be_reopened() {
            PostId post = room.published("Hello");

            room.assertRefused(
                    BlogException.Conflict.class,
                    () -> room.posts.reopen().handle(new ReopenPost.Command(room.author, post)));
        }
    }

    @Nested
    class Scheduling {
        private final Instant due = NOON.plus(Duration.ofHours(1));

        @Test
        void a_post_comes_due_exactly_once() {
            PostId post = room.draft("Hello");
            schedule(post, due);

            assertThat(room.posts.publishDue().handle()).isZero();
            assertThat(room.reads("hello")).isFalse();

            room.clock.set(due.plusSeconds(20));
            assertThat(room.posts.publishDue().handle()).isEqualTo(1);
            assertThat(room.posts.publishDue().handle()).isZero();

            assertThat(room.reads("hello")).isTrue();
            assertThat(room.state(post).publishedAt()).isEqualTo(due);
            assertThat(published()).hasSize(1);
        }

        @Test
        void a_time_can_be_changed_and_taken_back() {
            PostId postponed = room.draft("Postponed");
            schedule(postponed, due);
            schedule(postponed, due.plusSeconds(60));
            PostId cancelled = room.draft("Cancelled");
            schedule(cancelled, due);
            room.posts.unpublish().handle(new UnpublishPost.Command(room.author, cancelled));

            room.clock.set(due);
            assertThat(room.posts.publishDue().handle()).isZero();
            room.clock.set(due.plusSeconds(60));
            assertThat(room.posts.publishDue().handle()).isEqualTo(1);

            assertThat(room.state(cancelled).status()).isEqualTo(Post.Status.DRAFT);
        }

        @Test
        void what_was_published_by_hand_or_archived_meanwhile_does_not_come_due() {
            PostId published = room.draft("Published");
            PostId archived = room.draft("Archived");
            schedule(published, due);
            schedule(archived, due);
            room.posts.publish().handle(new PublishPost.Command(room.author, published));
            room.posts.archive().handle(new ArchivePost.Command(room.author, archived));

            room.clock.set(due);

            assertThat(room.posts.publishDue().handle()).isZero();
            assertThat(room.state(published).publishedAt()).isEqualTo(NOON);
        }

        @Test
        void many_come_due_in_batches_and_the_longest_waiting_first() {
            IntStream.rangeClosed(1, 120).forEach(n -> schedule(room.draft("Post " + n), due.minusSeconds(n)));
            room.clock.set(due);

            assertThat(IntStream.range(0, 4).map(n -> room.posts.publishDue().handle()))
                    .containsExactly(50, 50, 20, 0);

            assertThat(published())
                    .extracting(event -> ((PostEvent.Published) event).slug().value())
                    .hasSize(120)
                    .startsWith("post-120", "post-119")
                    .endsWith("post-2", "post-1");
            assertThat(room.posts.queries().publishedCount()).isEqualTo(120);
        }

        @Test
        void for_the_past_is_refused() {
            PostId post = room.draft("Hello");

            room.assertRefused(BlogException.Invalid.class, () -> schedule(post, NOON));
        }

        private void schedule(PostId post, Instant at) {
            room.posts.schedule().handle(new SchedulePost.Command(room.author, post, at));
        }

        private List<DomainEvent> published() {
            return room.events().stream()
                    .filter(PostEvent.Published.class::isInstance)
                    .toList();
        }
    }
}
