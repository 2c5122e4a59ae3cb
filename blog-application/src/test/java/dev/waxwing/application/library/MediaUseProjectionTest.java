package dev.waxwing.application.library;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaUseProjectionTest {
    private static final MediaAddress LAKE = new MediaAddress("/media/" + "a1".repeat(16) + "-1200x800.jpg");
    private static final MediaAddress PAPER = new MediaAddress("/media/" + "b2".repeat(16) + ".pdf");

    private final InMemoryBlog blog = new InMemoryBlog();
    private final MediaUseProjection projection = new MediaUseProjection(blog, blog.posts(), blog.library());

    @BeforeEach
    void register() {
        blog.authors().save(ada());
    }

    @Test
    void a_file_is_used_where_the_text_shows_it() {
        write("One", "![A lake](" + LAKE + ") and [more](https://blog.example" + PAPER + "), " + LAKE, null);

        assertThat(usesOf(LAKE)).containsExactly("One");
        assertThat(usesOf(PAPER)).containsExactly("One");
    }

    @Test
    void a_cover_is_a_use() {
        write("One", "Nothing", new Cover(LAKE, ""));

        assertThat(usesOf(LAKE)).containsExactly("One");
    }

    @Test
    void of_a_smaller_width_the_picture_counts() {
        write("One", "<img src=\"/media/" + "a1".repeat(16) + "-1200x800-640w.jpg\">", null);

        assertThat(usesOf(LAKE)).containsExactly("One");
    }

    @Test
    void what_a_text_does_not_show_any_more_is_no_use() {
        Post post = write("One", LAKE.value(), null);
        Post again = blog.posts().get(post.id());
        again.revise(content("One", "Nothing", null), ADA, NOON);
        blog.posts().save(again);

        assertThat(usesOf(LAKE)).isEmpty();
    }

    @Test
    void what_readers_do_not_see_yet_is_a_use_beside_what_they_see() {
        Post post = write("One", LAKE.value(), null);
        Post again = blog.posts().get(post.id());
        again.publish(NOON);
        again.edit(content("One", PAPER.value(), null), ADA, NOON);
        blog.posts().save(again);

        assertThat(usesOf(LAKE)).containsExactly("One");
        assertThat(usesOf(PAPER)).containsExactly("One");
    }

    @Test
    void what_only_looks_like_an_address_is_none() {
        write("One", "/media/" + "g".repeat(32) + ".jpg /media/" + "a1".repeat(15) + ".jpg /media/x.png", null);

        assertThat(blog.library().uses(LAKE)).isEmpty();
    }

    private Post write(String title, String markdown, @Nullable Cover cover) {
        Post post = aDraft(title);
        post.revise(content(title, markdown, cover), ADA, NOON);
        blog.posts().save(post);
        return post;
    }

    private static Content content(String title, String markdown, @Nullable Cover cover) {
        return new Content(new Title(title), body(markdown), "", cover, LanguageTag.ENGLISH, null);
    }

    private Iterable<String> usesOf(MediaAddress file) {
        new ProjectionRunner(blog, blog).catchUp(projection);
        return blog.library().uses(file).stream().map(MediaUse::title).toList();
    }
}
