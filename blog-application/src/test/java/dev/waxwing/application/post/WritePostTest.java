package dev.waxwing.application.post;

import static dev.waxwing.application.Newsroom.words;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.Newsroom;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.TagId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Revising a post, going back to what it said before, its tags and its byline. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WritePostTest {
    private final Newsroom room = new Newsroom();

    @Nested
    class Revising {

        @Test
        void replaces_the_words_and_keeps_the_address() {
            PostId post = room.published("Hello");
            room.clock.advance(Duration.ofMinutes(5));

            revise(room.editor, post, OptionalLong.empty(), "Quite another title");

            assertThat(room.posts.queries().published(room.state(post).slug())).hasValueSatisfying(view -> {
                assertThat(view.summary().title()).isEqualTo("Quite another title");
                assertThat(view.summary().slug()).hasToString("hello");
                assertThat(view.summary().updatedAt()).isEqualTo(NOON.plusSeconds(300));
                assertThat(view.html()).isEqualTo("<p>Words about Quite another title</p>");
            });
            assertThat(room.state(post).revision().by()).isEqualTo(room.bob);
        }

        @Test
        void is_refused_if_somebody_else_was_faster() {
            PostId post = room.draft("Hello");
            long seen = room.state(post).version();
            revise(room.editor, post, OptionalLong.of(seen), "Bob was here");

            room.assertRefused(
                    BlogException.Conflict.class, () -> revise(room.author, post, OptionalLong.of(seen), "So was Ada"));
            assertThatThrownBy(() -> revise(room.author, post, OptionalLong.of(seen), "So was Ada"))
                    .hasMessage("The post was changed by someone else while you were writing");

            assertThat(title(post)).isEqualTo("Bob was here");
        }

        @Test
        void wins_if_it_does_not_ask() {
            PostId post = room.draft("Hello");
            revise(room.editor, post, OptionalLong.empty(), "Bob was here");

            revise(room.author, post, OptionalLong.empty(), "So was Ada");

            assertThat(title(post)).isEqualTo("So was Ada");
        }

        @Test
        void with_the_same_words_is_no_event() {
            PostId post = room.draft("Hello");
            long head = room.blog.head();

            revise(room.author, post, OptionalLong.empty(), "Hello");

            assertThat(room.blog.head()).isEqualTo(head);
            assertThat(room.state(post).revision().number()).isEqualTo(1);
        }

        @Test
        void what_does_not_exist_is_not_found() {
            room.assertRefused(
                    BlogException.NotFound.class,
                    () -> revise(room.author, Fixtures.aPostId(), OptionalLong.empty(), "Hello"));
        }
    }

    @Nested
    class Restoring {

        @Test
        void says_again_what_was_said_before_and_forgets_nothing() {
            PostId post = room.published("First");
            revise(room.author, post, OptionalLong.empty(), "Second");
            room.clock.advance(Duration.ofMinutes(5));

            room.posts.restoreRevision().handle(new RestoreRevision.Command(room.editor, post, 1));

            assertThat(room.state(post).revision().number()).isEqualTo(2);
            Revision pending = room.state(post).newest();
            assertThat(pending.number()).isEqualTo(3);
            assertThat(pending.by()).isEqualTo(room.bob);
            assertThat(pending.at()).isEqualTo(NOON.plusSeconds(300));
            assertThat(room.posts.queries().revisions(post))
                    .extracting(RevisionView::title)
                    .containsExactly("First", "Second", "First");
            assertThat(room.posts.queries().revisions(post))
                    .extracting(RevisionView::milestone)
                    .containsExactly(
                            Optional.of(Milestone.RESTORED), Optional.of(Milestone.SEEN), Optional.of(Milestone.SEEN));
        }

        @Test
        void keeps_the_revision_that_somebody_went_back_to() {
            PostId post = room.draft("First");
            revise(room.author, post, OptionalLong.empty(), "Second");
            revise(room.author, post, OptionalLong.empty(), "Third");

            room.posts.restoreRevision().handle(new RestoreRevision.Command(room.author, post, 2));

            assertThat(room.posts.queries().revisions(post))
                    .extracting(RevisionView::milestone)
                    .containsExactly(
                            Optional.of(Milestone.RESTORED),
                            Optional.empty(),
                            Optional.of(Milestone.REVISITED),
                            Optional.empty());
        }

        @Test
        void the_present_revision_does_nothing() {
            PostId post = room.draft("First");
            long head = room.blog.head();

            room.posts.restoreRevision().handle(new RestoreRevision.Command(room.author, post, 1));

            assertThat(room.blog.head()).isEqualTo(head);
        }

        @Test
        void a_revision_that_never_was_is_not_found() {
            PostId post = room.draft("First");

            for (int number : List.of(-1, 0, 2)) {
                room.assertRefused(
                        BlogException.NotFound.class,
                        () -> room.posts
                                .restoreRevision()
                                .handle(new RestoreRevision.Command(room.author, post, number)));
            }
        }

        @Test
        void by_the_operator_is_signed_by_nobody() {
            PostId post = room.draft("First");
            revise(room.author, post, OptionalLong.empty(), "Second");

            room.posts.restoreRevision().handle(new RestoreRevision.Command(Actor.operator(), post, 1));

            assertThat(room.state(post).revision().by()).isNull();
        }
    }

    @Nested
    class Tagging {

        @Test
        void puts_the_post_under_tags_in_order() {
            PostId post = room.draft("Hello");
            List<TagId> tags = room.tags("Zebra", "Apple");

            room.posts.tag().handle(new TagPost.Command(room.author, post, tags));

            assertThat(room.state(post).tags()).isEqualTo(tags);
            assertThat(room.events()).last().isEqualTo(new PostEvent.Tagged(post, List.of(), tags, NOON));
        }

        @Test
        void with_a_tag_that_does_not_exist_is_refused() {
            PostId post = room.draft("Hello");
            TagId unknown = Fixtures.aTag("Unknown").id();

            room.assertRefused(
                    BlogException.Conflict.class,
                    () -> room.posts.tag().handle(new TagPost.Command(room.author, post, List.of(unknown))));
        }
    }

    @Nested
    class Crediting {

        @Test
        void names_the_authors_in_the_order_of_the_byline() {
            PostId post = room.published("Hello");

            credit(room.editor, post, room.bob, room.ada);

            assertThat(room.posts.queries().summaries(List.of(post)))
                    .singleElement()
                    .satisfies(summary -> assertThat(summary.authors())
                            .extracting(PostSummary.Byline::name)
                            .containsExactly("Bob", "Ada"));
        }

        @Test
        void somebody_else_is_for_editors() {
            PostId post = room.draft("Hello");

            room.assertRefused(BlogException.Forbidden.class, () -> credit(room.author, post, room.ada, room.bob));
            room.assertRefused(BlogException.Forbidden.class, () -> credit(room.author, post, room.bob));
            credit(room.author, post, room.ada);
            assertThat(room.state(post).authors()).containsExactly(room.ada);
        }

        @Test
        void oneself_on_the_post_of_another_is_refused() {
            PostId post = room.draft("Hello");

            room.assertRefused(
                    BlogException.Forbidden.class, () -> credit(Actor.of(room.bob, Role.AUTHOR), post, room.bob));
        }

        @Test
        void an_author_who_does_not_exist_is_refused() {
            PostId post = room.draft("Hello");

            room.assertRefused(BlogException.Conflict.class, () -> credit(room.editor, post, Fixtures.ADA));
        }

        private void credit(Actor actor, PostId post, AuthorId... byline) {
            room.posts.credit().handle(new CreditAuthors.Command(actor, post, List.of(byline)));
        }
    }

    private void revise(Actor actor, PostId post, OptionalLong seen, String title) {
        room.posts.revise().handle(new RevisePost.Command(actor, post, seen, words(title)));
    }

    private String title(PostId post) {
        return room.state(post).revision().content().title().value();
    }
}
