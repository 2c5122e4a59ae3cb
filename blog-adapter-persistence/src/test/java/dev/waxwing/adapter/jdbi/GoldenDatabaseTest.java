package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.tag.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The databases are made by {@code checks/golden-database.sh}, each by the program of its day. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenDatabaseTest {
    @TempDir
    private Path data;

    static List<Path> databases() throws IOException, URISyntaxException {
        Path folder = Path.of(GoldenDatabaseTest.class.getResource("golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_database_of_an_earlier_program_is_read_and_written_by_this_one(Path database) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(database))) {
            Files.copy(packed, data.resolve("blog.mv.db"));
        }
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            assertThat(blog.postQueries().published(new PostScope.Articles(), 0, 100))
                    .isNotEmpty()
                    .allSatisfy(post -> assertThat(
                                    blog.posts().get(post.id()).state().status())
                            .isEqualTo(Post.Status.PUBLISHED));
            assertThat(blog.changes().after(0, 1_000)).isNotEmpty().hasSize((int)
                    blog.changes().head());

            Tag tag = aTag("Written today");
            blog.tags().save(tag);
            assertThat(blog.tags().find(tag.id())).isPresent();
        }
    }
}
