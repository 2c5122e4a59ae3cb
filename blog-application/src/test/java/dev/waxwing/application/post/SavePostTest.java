package dev.waxwing.application.post;

import static dev.waxwing.application.Newsroom.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.Newsroom;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keeping what is written: nothing that was accepted is lost, and nothing newer is passed over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SavePostTest {
    private final Newsroom room = new Newsroom();

    @Nested
    class A_save {

        @Test
        void names_the_version_for_the_next_one() {
            PostId post = room.draft("Hello");

            long first = save(room.author, post, 1, "Hello you");
            long second = save(room.author, post, first, "Hello all");

            assertThat(first).isEqualTo(2);
            assertThat(second).isEqualTo(3);
            assertThat(room.state(post).version()).isEqualTo(3);
        }

        @Test
        void is_a_revision_each() {
            PostId post = room.published("Hello");
            long version = room.state(post).version();

            save(room.author, post, save(room.author, post, version, "Two"), "Three");

            assertThat(room.posts.queries().revisions(post))
                    .extracting(RevisionView::title)
                    .containsExactly("Three", "Two", "Hello");
        }

        @Test
        void is_refused_if_somebody_else_wrote_since() {
            PostId post = room.draft("Hello");
            save(room.editor, post, 1, "Bob was here");

            room.assertRefused(BlogException.Conflict.class, () -> save(room.author, post, 1, "So was Ada"));

            assertThat(title(post)).isEqualTo("Bob was here");
        }

        @Test
        void is_accepted_again_when_its_answer_got_lost() {
            PostId post = room.draft("Hello");
            long answer = save(room.author, post, 1, "Hello again");
            long head = room.blog.head();

            assertThat(save(room.author, post, 1, "Hello again")).isEqualTo(answer);
            assertThat(room.blog.head()).isEqualTo(head);
        }

        @Test
        void is_not_refused_for_what_is_no_writing() {
            PostId post = room.draft("Hello");
            room.tag(post, room.tag("Java"));
            room.posts.publish().handle(new PublishPost.Command(room.editor, post));

            save(room.author, post, 1, "Hello again");

            assertThat(title(post)).isEqualTo("Hello again");
            assertThat(room.state(post).revision().content().title()).hasToString("Hello");
        }

        @Test
        void from_a_version_that_never_was_is_refused() {
            PostId post = room.draft("Hello");

            room.assertRefused(BlogException.Conflict.class, () -> save(room.author, post, 7, "Hello again"));
        }

        @Test
        void of_a_published_post_changes_nothing_for_readers() {
            PostId post = room.published("Hello");
            PostView before = room.posts.queries().published(new Slug("hello")).orElseThrow();

            save(room.author, post, room.state(post).version(), "Hello again");

            assertThat(room.posts.queries().published(new Slug("hello"))).contains(before);
            room.posts.publishChanges().handle(new PublishChanges.Command(room.author, post));
            assertThat(room.posts.queries().published(new Slug("hello")))
                    .hasValueSatisfying(
                            view -> assertThat(view.summary().title()).isEqualTo("Hello again"));
        }

        @Test
        void while_the_clock_publishes_the_post_is_kept_from_readers() {
            PostId post = room.draft("Hello");
            room.posts
                    .schedule()
                    .handle(new SchedulePost.Command(
                            room.editor, post, room.clock.instant().plusSeconds(5)));
            long seen = save(room.author, post, room.state(post).version(), "Hello you");
            room.clock.advance(Duration.ofSeconds(6));
            room.posts.publishDue().handle();

            save(room.author, post, seen, "Hello you two");

            assertThat(room.state(post).revision().content().title()).hasToString("Hello you");
            assertThat(title(post)).isEqualTo("Hello you two");
        }

        @Test
        void of_a_post_in_the_trash_keeps_the_words_there() {
            PostId post = room.draft("Hello");
            room.posts.trash().handle(new TrashPost.Command(room.editor, post));

            save(room.author, post, 1, "Hello again");

            assertThat(title(post)).isEqualTo("Hello again");
            assertThat(room.state(post).status()).hasToString("TRASHED");
        }
    }

    @Nested
    class The_address {

        @Test
        void of_a_draft_follows_its_title() {
            PostId post = room.draft("H");

            long seen = save(room.author, post, 1, "Hel");
            save(room.author, post, seen, "Hello world");

            assertThat(room.slug(post)).isEqualTo("hello-world");
            assertThat(room.events())
                    .last()
                    .isEqualTo(
                            new PostEvent.Moved(post, new Slug("hel"), new Slug("hello-world"), room.clock.instant()));
        }

        @Test
        void avoids_those_that_are_taken() {
            room.draft("Hello");
            PostId post = room.draft("Hello");
            assertThat(room.slug(post)).isEqualTo("hello-2");
            room.draft("World");

            save(room.author, post, 1, "World");

            assertThat(room.slug(post)).isEqualTo("world-2");
        }

        @Test
        void that_somebody_chose_stays() {
            PostId post = room.draft("Hello");
            room.move(post, "my-own");

            save(room.author, post, 1, "Hello world");

            assertThat(room.slug(post)).isEqualTo("my-own");
        }

        @Test
        void that_readers_may_know_stays() {
            PostId published = room.published("Hello");
            PostId takenBack = room.published("World");
            room.posts.unpublish().handle(new UnpublishPost.Command(room.editor, takenBack));
            PostId scheduled = room.draft("Soon");
            room.posts
                    .schedule()
                    .handle(new SchedulePost.Command(
                            room.editor, scheduled, room.clock.instant().plusSeconds(5)));

            for (PostId post : List.of(published, takenBack, scheduled)) {
                String slug = room.slug(post);
                save(room.author, post, room.state(post).version(), "Another title");
                assertThat(room.slug(post)).isEqualTo(slug);
            }
        }
    }

    @Nested
    class A_refused_writer {

        @Test
        void is_shown_both_texts_and_what_they_make_together() {
            PostId post =
                    room.posts.draft().handle(DraftPost.Command.article(room.author, text("Hello", "One\n\nTwo\n")));
            room.posts
                    .save()
                    .handle(new SavePost.Command(room.editor, post, 1, text("Hello", "One\n\nTwo and a half\n")));

            ReconcilePost.Reconciliation both = room.posts
                    .reconcile()
                    .handle(new ReconcilePost.Command(room.author, post, 1, text("Hello all", "Zero\n\nOne\n\nTwo\n")));

            assertThat(both.theirs().text().content().body().markdown()).isEqualTo("One\n\nTwo and a half\n");
            assertThat(both.mine().markdown()).isEqualTo("Zero\n\nOne\n\nTwo\n");
            assertThat(both.beside().title().value()).isEqualTo("Hello all");
            assertThat(both.isClean()).isTrue();
            assertThat(both.text().text("Yours", "Theirs")).isEqualTo("Zero\n\nOne\n\nTwo and a half\n");
            assertThat(both.theirs().version()).isEqualTo(2);
        }

        @Test
        void loses_nothing_of_what_either_put_beside_the_text() {
            PostId post = room.posts.draft().handle(DraftPost.Command.article(room.author, text("Hello", "One")));
            room.posts.save().handle(new SavePost.Command(room.editor, post, 1, excerpted("Theirs", "en")));

            ReconcilePost.Reconciliation both =
                    room.posts.reconcile().handle(new ReconcilePost.Command(room.author, post, 1, excerpted("", "de")));

            assertThat(both.beside().excerpt()).isEqualTo("Theirs");
            assertThat(both.beside().language()).isEqualTo(new LanguageTag("de"));
        }

        @Test
        void who_has_written_nothing_goes_on_from_the_text_of_the_other() {
            PostId post = room.posts.draft().handle(DraftPost.Command.article(room.author, text("Hello", "One\n")));
            room.posts.save().handle(new SavePost.Command(room.editor, post, 1, text("Hello", "One\n\nTwo\n")));

            assertThat(reconciled(post, text("Hello", "One\n")).isAllTheirs()).isTrue();
            assertThat(reconciled(post, text("Hello", "One\n\nTwo\n")).isAllTheirs())
                    .isTrue();
            assertThat(reconciled(post, text("Hello all", "One\n")).isAllTheirs())
                    .isFalse();
            assertThat(reconciled(post, text("Hello", "Zero\n\nOne\n")).isAllTheirs())
                    .isFalse();
            assertThat(reconciled(post, text("Hello", "One and a half\n")).isAllTheirs())
                    .isFalse();
        }

        private ReconcilePost.Reconciliation reconciled(PostId post, Draft mine) {
            return room.posts.reconcile().handle(new ReconcilePost.Command(room.author, post, 1, mine));
        }

        private Draft excerpted(String excerpt, String language) {
            return new Draft(new Title("Hello"), "One", excerpt, null, new LanguageTag(language), null);
        }

        @Test
        void goes_on_from_the_newer_version() {
            PostId post = room.draft("Hello");
            save(room.editor, post, 1, "Bob was here");
            assertThatThrownBy(() -> save(room.author, post, 1, "So was Ada"))
                    .isInstanceOf(BlogException.Conflict.class);

            long seen = room.posts
                    .open()
                    .handle(new OpenPost.Command(room.author, post))
                    .version();
            save(room.author, post, seen, "So was Ada");

            assertThat(room.posts.queries().revisions(post))
                    .extracting(RevisionView::title)
                    .containsExactly("So was Ada", "Bob was here", "Hello");
        }

        private static Draft text(String title, String markdown) {
            return Draft.of(new Title(title), markdown, LanguageTag.ENGLISH);
        }
    }

    @Nested
    class The_desk {

        @Test
        void shows_editors_everything_and_others_their_own() {
            room.draft("Ada's");
            room.posts.draft().handle(DraftPost.Command.article(room.editor, words("Bob's")));

            assertThat(titles(room.editor)).containsExactlyInAnyOrder("Ada's", "Bob's");
            assertThat(titles(room.author)).containsExactly("Ada's");
            assertThat(titles(Actor.operator())).hasSize(2);
        }

        @Test
        void opens_a_post_as_it_is_written() {
            PostId post = room.published("Hello");
            long version = save(room.author, post, room.state(post).version(), "Hello again");

            WorkingCopy copy = room.posts.open().handle(new OpenPost.Command(room.editor, post));

            assertThat(copy.entry().changed()).isTrue();
            assertThat(copy.entry().title()).isEqualTo("Hello again");
            assertThat(copy.text().number()).isEqualTo(2);
            assertThat(copy.present()).isEqualTo(1);
            assertThat(copy.version()).isEqualTo(version);
            assertThat(copy.seen()).isTrue();
        }

        @Test
        void shows_what_differs_between_revisions() {
            PostId post = room.draft("Hello");
            save(room.author, post, 1, "Hello world");

            CompareRevisions.Comparison comparison =
                    room.posts.compare().handle(new CompareRevisions.Command(room.author, post, 1, 2));

            assertThat(comparison.title().parts())
                    .containsExactly(
                            new TextDifference.Part(TextDifference.Fate.KEPT, "Hello"),
                            new TextDifference.Part(TextDifference.Fate.ADDED, " world"));
            room.assertRefused(
                    BlogException.NotFound.class,
                    () -> room.posts.compare().handle(new CompareRevisions.Command(room.author, post, 1, 3)));
        }

        private List<String> titles(Actor actor) {
            return room
                    .posts
                    .browse()
                    .handle(new BrowsePosts.Command(actor, DeskFilter.EVERYTHING, Optional.empty(), 9))
                    .stream()
                    .map(DeskEntry::title)
                    .toList();
        }
    }

    private long save(Actor actor, PostId post, long seen, String title) {
        return room.posts.save().handle(new SavePost.Command(actor, post, seen, words(title)));
    }

    private String title(PostId post) {
        return room.state(post).newest().content().title().value();
    }
}
