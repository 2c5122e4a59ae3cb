package dev.waxwing.adapter.search;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPublished;
import static dev.waxwing.domain.fixture.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.search.FoundPosts;
import dev.waxwing.application.search.SearchPosts;
import dev.waxwing.application.search.SearchProjection;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.domain.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index together with the feed it is made from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LuceneSearchProjectionTest {
    private final InMemoryBlog blog = new InMemoryBlog();

    @TempDir
    private Path folder;

    private LuceneSearchIndex index;

    @BeforeEach
    void someBirds() {
        blog.authors().save(ada());
        Stream.of("Waxwing", "Waxwings in winter", "Owl")
                .forEach(title -> blog.posts().save(aPublished(title, NOON)));
        index = new LuceneSearchIndex(folder);
        catchUp();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void an_index_that_was_deleted_is_built_again_from_the_feed() throws IOException {
        assertThat(search("waxwing").total()).isEqualTo(2);
        index.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        index = new LuceneSearchIndex(folder);
        assertThat(search("waxwing").total()).isZero();

        catchUp();

        assertThat(search("waxwing").total()).isEqualTo(2);
    }

    @Test
    void an_index_goes_on_where_it_stopped() {
        index.close();
        Post late = aPublished("A late waxwing", NOON);
        blog.posts().save(late);
        index = new LuceneSearchIndex(folder);
        assertThat(index.bookmark().position()).isPositive().isLessThan(blog.head());

        catchUp();

        assertThat(index.bookmark().position()).isEqualTo(blog.head());
        assertThat(search("waxwing").total()).isEqualTo(3);
        assertThat(search("late").posts())
                .singleElement()
                .returns(late.id(), found -> found.post().id());
    }

    @Test
    void what_a_crash_left_unread_is_read_again() throws IOException {
        Path left = Files.createDirectory(folder.resolve("left"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        index.close();
        index = new LuceneSearchIndex(left);
        assertThat(index.bookmark().position()).isLessThan(blog.head());

        catchUp();

        assertThat(search("waxwing").total()).isEqualTo(2);
        assertThat(search("owl").posts())
                .extracting(found -> found.post().title())
                .isEqualTo(List.of("Owl"));
    }

    private void catchUp() {
        new ProjectionRunner(blog, blog)
                .catchUp(new SearchProjection(index, blog.posts().queries(), blog.posts(), blog));
    }

    private FoundPosts search(String words) {
        return new SearchPosts(index, blog.posts().queries()).handle(new SearchQuery(words, 0, 10));
    }
}
