package dev.waxwing.application.post;

import static dev.waxwing.application.Newsroom.words;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.Newsroom;
import dev.waxwing.application.fake.PlainRenderer;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftPostTest {
    private final Newsroom room = new Newsroom();

    @Test
    void a_draft_is_kept_and_shown_to_nobody() {
        PostId post = room.draft("Hello, hexagon");

        Post.State state = room.state(post);
        assertThat(state.status()).isEqualTo(Post.Status.DRAFT);
        assertThat(state.kind()).isEqualTo(Post.Kind.ARTICLE);
        assertThat(state.authors()).containsExactly(room.ada);
        assertThat(state.revision().number()).isEqualTo(1);
        assertThat(state.revision().by()).isEqualTo(room.ada);
        assertThat(state.revision().at()).isEqualTo(NOON);
        assertThat(room.reads("hello-hexagon")).isFalse();
        assertThat(room.events()).containsExactly(new PostEvent.Drafted(post, new Slug("hello-hexagon"), NOON));
    }

    @Test
    void everything_that_is_handed_in_is_kept_with_what_was_rendered() {
        Cover cover = new Cover(new MediaAddress("/media/0123456789abcdef0123456789abcdef-12x8.png"), "A waxwing");
        WebAddress canonical = new WebAddress("https://example.org/first");
        Draft draft = new Draft(
                new Title("Größe"), "One\n\nTwo & <three>", "In short", cover, new LanguageTag("de"), canonical);

        PostId post = room.posts.draft().handle(DraftPost.Command.article(room.author, draft));

        Content content = room.state(post).revision().content();
        assertThat(content.title()).isEqualTo(new Title("Größe"));
        assertThat(content.body().markdown()).isEqualTo("One\n\nTwo & <three>");
        assertThat(content.body().html()).isEqualTo("<p>One</p>\n<p>Two &amp; &lt;three&gt;</p>");
        assertThat(content.excerpt()).isEqualTo("In short");
        assertThat(content.cover()).isEqualTo(cover);
        assertThat(content.language()).isEqualTo(new LanguageTag("de"));
        assertThat(content.canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "'Hello, World!', hello-world",
        "大きさ, 大きさ",
        "🦜🦜, post",
        "Admin, admin-2",
        "Search, search-2",
    })
    void the_title_suggests_the_address(String title, String slug) {
        assertThat(room.slug(room.draft(title))).isEqualTo(slug);
    }

    @Test
    void posts_of_one_title_are_numbered() {
        assertThat(room.slug(room.draft("Hello"))).isEqualTo("hello");
        assertThat(room.slug(room.draft("Hello"))).isEqualTo("hello-2");
        assertThat(room.slug(room.draft("Hello"))).isEqualTo("hello-3");
        assertThat(room.slug(room.draft("🦜"))).isEqualTo("post");
        assertThat(room.slug(room.draft("!"))).isEqualTo("post-2");
    }

    @Test
    void a_wished_address_is_taken_as_it_is() {
        PostId post = room.posts.draft().handle(wishing("my-address"));

        assertThat(room.slug(post)).isEqualTo("my-address");
    }

    @Test
    void a_wished_address_that_is_taken_is_refused() {
        room.draft("Hello");

        room.assertRefused(
                BlogException.Conflict.class, () -> room.posts.draft().handle(wishing("hello")));
    }

    @Test
    void a_wished_address_that_the_site_needs_is_refused() {
        room.assertRefused(BlogException.Invalid.class, () -> room.posts.draft().handle(wishing("tags")));
    }

    @Test
    void the_former_address_of_another_post_is_not_free() {
        PostId moved = room.published("Hello");
        room.move(moved, "goodbye");

        assertThat(room.slug(room.draft("Hello"))).isEqualTo("hello-2");
        room.assertRefused(
                BlogException.Conflict.class, () -> room.posts.draft().handle(wishing("hello")));
    }

    @Test
    void a_contributor_may_draft() {
        Actor contributor = Actor.of(room.ada, Role.CONTRIBUTOR);

        PostId post = room.posts.draft().handle(DraftPost.Command.article(contributor, words("Hello")));

        assertThat(room.state(post).authors()).containsExactly(room.ada);
    }

    @Test
    void only_an_editor_drafts_in_the_name_of_another() {
        room.assertRefused(
                BlogException.Forbidden.class, () -> room.posts.draft().handle(by(room.author, room.bob)));
        room.assertRefused(
                BlogException.Forbidden.class, () -> room.posts.draft().handle(by(room.author, room.ada, room.bob)));

        PostId post = room.posts.draft().handle(by(room.editor, room.ada));

        assertThat(room.state(post).authors()).containsExactly(room.ada);
        assertThat(room.state(post).revision().by()).isEqualTo(room.bob);
    }

    @Test
    void the_operator_drafts_in_nobodys_name_but_for_an_author() {
        PostId post = room.posts.draft().handle(by(Actor.operator(), room.ada));

        assertThat(room.state(post).revision().by()).isNull();
        room.assertRefused(
                BlogException.Invalid.class,
                () -> room.posts.draft().handle(DraftPost.Command.article(Actor.operator(), words("Hello"))));
    }

    @Test
    void a_page_is_no_article() {
        PostId page = room.posts
                .draft()
                .handle(new DraftPost.Command(
                        room.author, Post.Kind.PAGE, words("About"), Optional.empty(), List.of(room.ada)));

        assertThat(room.state(page).kind()).isEqualTo(Post.Kind.PAGE);
    }

    @Test
    void identities_come_from_the_generator() {
        UUID known = new UUID(7, 7);
        DraftPost draft = new DraftPost(
                room.blog.posts(),
                new FreeSlug(room.blog.posts(), room.blog.redirects()),
                new PlainRenderer(),
                () -> known,
                room.blog,
                room.clock);

        assertThat(draft.handle(by(room.author, room.ada))).isEqualTo(new PostId(known));
    }

    @Test
    void under_an_identity_that_was_handed_out_before_only_one_post_is_begun() {
        PostId handedOut = new PostId(new UUID(7, 7));
        DraftPost.Command command = by(room.author, room.ada).as(handedOut);

        assertThat(room.posts.draft().handle(command)).isEqualTo(handedOut);
        room.assertRefused(
                BlogException.Conflict.class, () -> room.posts.draft().handle(command));
    }

    private DraftPost.Command wishing(String slug) {
        return new DraftPost.Command(
                room.author, Post.Kind.ARTICLE, words("Wish"), Optional.of(new Slug(slug)), List.of(room.ada));
    }

    private static DraftPost.Command by(Actor actor, AuthorId... byline) {
        return new DraftPost.Command(actor, Post.Kind.ARTICLE, words("Hello"), Optional.empty(), List.of(byline));
    }
}
