package dev.waxwing.application.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.Newsroom;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreeSlugTest {
    private final Newsroom room = new Newsroom();
    private final FreeSlug slugs = new FreeSlug(room.blog.posts(), room.blog.redirects());
    private final PostId nobody = Fixtures.aPostId();

    @Test
    void the_wished_slug_is_given_if_it_is_free() {
        assertThat(slugs.near(new Slug("hello"), nobody)).hasToString("hello");
        assertThat(slugs.forTitle("Hello!", nobody)).hasToString("hello");
        assertThat(slugs.forTitle("!", nobody)).hasToString("post");
    }

    @Test
    void numbers_are_counted_up_past_those_that_are_taken() {
        room.draft("Hello");
        room.draft("Hello 3");
        room.draft("Hello");

        assertThat(slugs.near(new Slug("hello"), nobody)).hasToString("hello-4");
    }

    @Test
    void a_post_is_in_nobodys_way_but_others() {
        PostId own = room.draft("Hello");

        assertThat(slugs.near(new Slug("hello"), own)).hasToString("hello");
        assertThatCode(() -> slugs.require(new Slug("hello"), own)).doesNotThrowAnyException();
        assertThatThrownBy(() -> slugs.require(new Slug("hello"), nobody))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessage("Another post has the address 'hello'; choose another");
    }

    @Test
    void a_former_address_is_free_for_the_post_it_leads_to_alone() {
        PostId own = room.published("Hello");
        room.move(own, "goodbye");

        assertThat(slugs.near(new Slug("hello"), own)).hasToString("hello");
        assertThat(slugs.near(new Slug("hello"), nobody)).hasToString("hello-2");
        assertThatThrownBy(() -> slugs.require(new Slug("hello"), nobody)).isInstanceOf(BlogException.Conflict.class);
    }

    @Test
    void a_word_of_the_site_is_never_free() {
        assertThat(slugs.near(new Slug("feed"), nobody)).hasToString("feed-2");
    }

    @Test
    void of_many_slugs_those_are_taken_that_are_not_free_for_a_new_post() {
        room.draft("Hello");
        room.move(room.published("Hi"), "goodbye");
        List<Slug> wished = Stream.of("hello", "hi", "goodbye", "feed", "new", "new")
                .map(Slug::new)
                .toList();

        assertThat(slugs.taken(wished))
                .containsExactlyInAnyOrderElementsOf(wished.stream()
                        .filter(slug -> !slugs.isFree(slug, nobody))
                        .toList())
                .hasSize(4);
    }

    @Test
    void even_the_longest_title_finds_an_address_beside_its_like() {
        String title = "a".repeat(200);
        room.draft(title);
        room.draft(title);

        assertThat(slugs.forTitle(title, nobody)).hasToString("a".repeat(78) + "-3");
    }
}
