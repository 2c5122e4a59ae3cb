package dev.waxwing.application.search;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.InMemorySearchIndex;
import dev.waxwing.application.search.FoundPosts.FoundPost;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchPostsTest {
    private final InMemoryBlog blog = new InMemoryBlog();
    private final SearchIndex index = new InMemorySearchIndex();
    private final SearchPosts search = new SearchPosts(index, blog.posts().queries());

    @BeforeEach
    void anAuthor() {
        blog.authors().save(ada());
    }

    @Test
    void posts_are_shown_as_in_a_list_with_their_matches_marked() {
        Post post = saved(aPublished("A waxwing in winter", NOON));
        indexed(post.id(), "A waxwing in winter", NOON);

        FoundPosts found = search.handle(new SearchQuery("waxwing", 0, 10));

        assertThat(found.total()).isEqualTo(1);
        FoundPost first = found.posts().get(0);
        assertThat(first.post())
                .isEqualTo(blog.posts().queries().summaries(List.of(post.id())).get(0));
        assertThat(first.title().parts()).contains(new Snippet.Part("waxwing", true));
        assertThat(first.text().text()).isEqualTo("Words about A waxwing in winter");
    }

    @Test
    void the_order_is_that_of_the_index() {
        Post older = saved(aPublished("Old waxwing", NOON.minusSeconds(60)));
        Post newer = saved(aPublished("New waxwing", NOON));
        indexed(older.id(), "Old waxwing", older.state().publishedAt());
        indexed(newer.id(), "New waxwing", newer.state().publishedAt());

        assertThat(search.handle(new SearchQuery("waxwing", 0, 10)).posts())
                .extracting(found -> found.post().id())
                .containsExactly(newer.id(), older.id());
    }

    @Test
    void a_post_that_the_index_has_not_forgotten_yet_is_not_shown() {
        Post draft = saved(aDraft("Secret waxwing"));
        Post archived = aPublished("Archived waxwing", NOON);
        archived.archive(NOON);
        saved(archived);
        Post published = saved(aPublished("Public waxwing", NOON));
        for (PostId post : List.of(draft.id(), archived.id(), published.id(), aPostId())) {
            indexed(post, "waxwing", NOON);
        }

        FoundPosts found = search.handle(new SearchQuery("waxwing", 0, 10));

        assertThat(found.posts()).extracting(post -> post.post().id()).containsExactly(published.id());
        assertThat(found.total()).isEqualTo(1);
    }

    private Post saved(Post post) {
        blog.posts().save(post);
        return post;
    }

    private void indexed(PostId post, String title, Instant publishedAt) {
        index.put(List.of(
                new SearchDocument(post, title, "Words about " + title, List.of(), LanguageTag.ENGLISH, publishedAt)));
    }
}
