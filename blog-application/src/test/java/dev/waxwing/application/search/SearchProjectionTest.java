package dev.waxwing.application.search;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aDraft;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static dev.waxwing.domain.fixture.Fixtures.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.InMemorySearchIndex;
import dev.waxwing.application.tag.MergeTags;
import dev.waxwing.application.tag.RenameTag;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagName;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchProjectionTest {
    private final InMemoryBlog blog = new InMemoryBlog();
    private final TagUseCases tags = blog.tagUseCases(Clock.fixed(NOON, ZoneOffset.UTC));
    private final ProjectionRunner runner = new ProjectionRunner(blog, blog);
    private final SearchIndex index = new InMemorySearchIndex();
    private final SearchProjection projection =
            new SearchProjection(index, blog.posts().queries(), blog.posts(), blog);

    @BeforeEach
    void anAuthor() {
        blog.authors().save(ada());
    }

    @Test
    void a_post_is_found_once_it_is_published() {
        PostId post = saved(aDraft("Waxwing"));
        assertThat(found("waxwing")).isEmpty();

        change(post, draft -> draft.publish(NOON));

        assertThat(found("waxwing")).containsExactly(post);
    }

    @Test
    void a_post_that_is_taken_back_or_archived_is_not_found() {
        PostId unpublished = saved(aPublished("Waxwing one", NOON));
        PostId archived = saved(aPublished("Waxwing two", NOON));
        PostId kept = saved(aPublished("Waxwing three", NOON));
        assertThat(found("waxwing")).containsExactlyInAnyOrder(unpublished, archived, kept);

        change(unpublished, post -> post.unpublish(NOON));
        change(archived, post -> post.archive(NOON));

        assertThat(found("waxwing")).containsExactly(kept);
    }

    @Test
    void a_revised_post_is_found_by_its_new_words_alone() {
        PostId post = saved(aPublished("Waxwing", NOON));
        assertThat(found("waxwing")).containsExactly(post);

        change(post, published -> published.revise(content("Goldfinch"), null, NOON));

        assertThat(found("waxwing")).isEmpty();
        assertThat(found("goldfinch")).containsExactly(post);
    }

    @Test
    void a_post_is_found_by_the_present_names_of_its_tags() {
        Tag birds = saved(aTag("Birds"));
        Tag animals = saved(aTag("Animals"));
        PostId post = saved(aPublished("Waxwing", NOON));
        PostId other = saved(aPublished("Owl", NOON));
        change(post, published -> published.tag(List.of(birds.id()), NOON));
        change(other, published -> published.tag(List.of(animals.id()), NOON));
        assertThat(found("birds")).containsExactly(post);

        tags.rename().handle(new RenameTag.Command(Actor.operator(), birds.id(), new TagName("Ornithology")));

        assertThat(found("birds")).isEmpty();
        assertThat(found("ornithology")).containsExactly(post);

        tags.merge().handle(new MergeTags.Command(Actor.operator(), birds.id(), animals.id()));

        assertThat(found("ornithology")).isEmpty();
        assertThat(found("animals")).containsExactlyInAnyOrder(post, other);
    }

    @Test
    void reading_the_feed_again_does_no_harm() {
        PostId post = saved(aPublished("Waxwing", NOON));
        saved(aDraft("Draft of a waxwing"));
        assertThat(found("waxwing")).containsExactly(post);

        index.bookmark().advance(0);

        assertThat(found("waxwing")).containsExactly(post);
        assertThat(index.bookmark().position()).isEqualTo(blog.head());
    }

    @Test
    void an_index_that_was_lost_is_built_again_from_the_feed() {
        List<PostId> posts = IntStream.range(0, 250)
                .mapToObj(i -> saved(aPublished("Waxwing " + i, NOON)))
                .toList();
        catchUp();

        index.clear();

        assertThat(index.search(new SearchQuery("waxwing", 0, 1)).total()).isZero();
        catchUp();
        assertThat(index.search(new SearchQuery("waxwing", 0, 1)).total()).isEqualTo(posts.size());
    }

    @Test
    void an_index_that_is_ahead_of_the_feed_is_built_again() {
        saved(aPublished("Waxwing", NOON));
        catchUp();
        InMemoryBlog olderCopy = new InMemoryBlog();
        olderCopy.authors().save(ada());
        Post owl = aPublished("Owl", NOON);
        olderCopy.posts().save(owl);
        index.bookmark().advance(100);

        new ProjectionRunner(olderCopy, olderCopy)
                .catchUp(new SearchProjection(index, olderCopy.posts().queries(), olderCopy.posts(), olderCopy));

        assertThat(posts("waxwing")).isEmpty();
        assertThat(posts("owl")).containsExactly(owl.id());
        assertThat(index.bookmark().position()).isEqualTo(olderCopy.head());
    }

    private PostId saved(Post post) {
        blog.posts().save(post);
        return post.id();
    }

    private Tag saved(Tag tag) {
        blog.tags().save(tag);
        return tag;
    }

    private void change(PostId id, Consumer<Post> change) {
        Post post = blog.posts().get(id);
        change.accept(post);
        blog.posts().save(post);
    }

    private void catchUp() {
        runner.catchUp(projection);
    }

    private List<PostId> found(String words) {
        catchUp();
        return posts(words);
    }

    private List<PostId> posts(String words) {
        return index.search(new SearchQuery(words, 0, 50)).hits().stream()
                .map(SearchHits.Hit::post)
                .toList();
    }
}
