package dev.waxwing.application.post;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RemoveRedirect;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovePostTest {
    private final Newsroom room = new Newsroom();

    @Test
    void the_former_address_of_a_published_post_leads_to_it_for_ever() {
        PostId post = room.published("Hello");

        room.move(post, "goodbye");
        room.move(post, "大きさ");

        assertThat(room.reads("大きさ")).isTrue();
        assertThat(room.follow("/hello")).isEqualTo(to("/%E5%A4%A7%E3%81%8D%E3%81%95"));
        assertThat(room.follow("/goodbye")).isEqualTo(to("/%E5%A4%A7%E3%81%8D%E3%81%95"));
        assertThat(redirect("/hello").state().reason()).isEqualTo(Redirect.Reason.MOVED);
        assertThat(redirect("/hello").state().target()).isEqualTo(new Target.ToPost(post));
    }

    @Test
    void the_address_of_a_draft_was_known_to_nobody() {
        PostId post = room.draft("Hello");

        room.move(post, "goodbye");

        assertThat(room.slug(post)).isEqualTo("goodbye");
        assertThat(room.blog.redirects().find(new SitePath("/hello"))).isEmpty();
        assertThat(room.events())
                .last()
                .isEqualTo(new PostEvent.Moved(post, new Slug("hello"), new Slug("goodbye"), NOON));
    }

    @Test
    void what_readers_once_saw_is_known_to_them_even_as_a_draft() {
        PostId post = room.published("Hello");
        room.posts.unpublish().handle(new UnpublishPost.Command(room.author, post));

        room.move(post, "goodbye");

        assertThat(room.follow("/hello")).isEmpty();
        room.posts.publish().handle(new PublishPost.Command(room.author, post));
        assertThat(room.follow("/hello")).isEqualTo(to("/goodbye"));
    }

    @Test
    void moving_back_turns_the_redirect_round() {
        PostId post = room.published("Hello");
        room.move(post, "goodbye");

        room.move(post, "hello");

        assertThat(room.reads("hello")).isTrue();
        assertThat(room.follow("/hello")).isEmpty();
        assertThat(room.follow("/goodbye")).isEqualTo(to("/hello"));
        assertThat(room.events())
                .containsSubsequence(
                        new RedirectEvent.Removed(new SitePath("/hello"), NOON),
                        new RedirectEvent.Added(new SitePath("/goodbye"), NOON));
    }

    @Test
    void moving_to_and_fro_leaves_one_redirect() {
        PostId post = room.published("Hello");
        for (int n = 0; n < 3; n++) {
            room.move(post, "goodbye");
            room.move(post, "hello");
        }

        assertThat(room.follow("/goodbye")).isEqualTo(to("/hello"));
        assertThat(room.blog.redirects().find(new SitePath("/hello"))).isEmpty();
    }

    @Test
    void moving_nowhere_does_nothing() {
        PostId post = room.published("Hello");
        long head = room.blog.head();
        long version = room.state(post).version();

        room.move(post, "hello");

        assertThat(room.blog.head()).isEqualTo(head);
        assertThat(room.state(post).version()).isEqualTo(version);
    }

    @Test
    void the_address_of_another_post_is_refused() {
        PostId post = room.published("Hello");
        room.draft("Secret");

        room.assertRefused(BlogException.Conflict.class, () -> room.move(post, "secret"));
        assertThat(room.slug(post)).isEqualTo("hello");
    }

    @Test
    void the_former_address_of_another_post_is_not_free_until_it_is_given_up() {
        PostId first = room.published("Hello");
        room.move(first, "goodbye");
        PostId second = room.published("Second");

        room.assertRefused(BlogException.Conflict.class, () -> room.move(second, "hello"));

        room.redirects.remove().handle(new RemoveRedirect.Command(room.editor, new SitePath("/hello")));
        room.move(second, "hello");
        assertThat(room.reads("hello")).isTrue();
        assertThat(room.follow("/second")).isEqualTo(to("/hello"));
    }

    @Test
    void two_published_posts_swap_addresses_only_when_both_are_given_up() {
        PostId one = room.published("One");
        PostId two = room.published("Two");

        room.move(one, "aside");
        room.assertRefused(BlogException.Conflict.class, () -> room.move(two, "one"));
        giveUp("/one");
        room.move(two, "one");
        room.assertRefused(BlogException.Conflict.class, () -> room.move(one, "two"));
        giveUp("/two");
        room.move(one, "two");

        assertThat(room.slug(one)).isEqualTo("two");
        assertThat(room.slug(two)).isEqualTo("one");
        assertThat(room.follow("/aside")).isEqualTo(to("/two"));
        assertThat(room.follow("/one")).isEmpty();
        assertThat(room.follow("/two")).isEmpty();
    }

    @Test
    void two_drafts_swap_addresses_freely() {
        PostId one = room.draft("One");
        PostId two = room.draft("Two");

        room.move(one, "aside");
        room.move(two, "one");
        room.move(one, "two");

        assertThat(room.slug(one)).isEqualTo("two");
        assertThat(room.slug(two)).isEqualTo("one");
    }

    @Test
    void an_address_that_leads_elsewhere_by_hand_is_not_free() {
        PostId post = room.published("Hello");
        room.redirects.add().handle(new AddRedirect.Command(room.editor, new SitePath("/about"), new Target.Gone()));

        room.assertRefused(BlogException.Conflict.class, () -> room.move(post, "about"));
    }

    @Test
    void an_address_that_leads_to_the_post_itself_is_free() {
        PostId draft = room.draft("Hello");
        room.redirects
                .add()
                .handle(new AddRedirect.Command(room.editor, new SitePath("/about"), new Target.ToPost(draft)));

        room.move(draft, "about");

        assertThat(room.blog.redirects().find(new SitePath("/about"))).isEmpty();
    }

    @Test
    void a_word_of_the_site_is_refused() {
        PostId post = room.published("Hello");

        room.assertRefused(BlogException.Invalid.class, () -> room.move(post, "admin"));
    }

    private void giveUp(String path) {
        room.redirects.remove().handle(new RemoveRedirect.Command(room.editor, new SitePath(path)));
    }

    private Redirect redirect(String path) {
        return room.blog.redirects().find(new SitePath(path)).orElseThrow();
    }

    private static Optional<Destination> to(String location) {
        return Optional.of(new Destination.Moved(location));
    }
}
