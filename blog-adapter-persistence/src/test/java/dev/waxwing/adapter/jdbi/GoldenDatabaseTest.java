package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The databases are made by {@code checks/golden-database.sh}, each by the program of its day, and with each a list of what is
 * in it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenDatabaseTest {
    @TempDir
    private Path data;

    static List<Path> databases() throws IOException, URISyntaxException {
        Path folder = Path.of(GoldenDatabaseTest.class.getResource("golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_database_of_an_earlier_program_has_everything_that_was_in_it(Path database) throws IOException {
        List<String[]> contents = contents(database);
        try (JdbiPersistence blog = open(database)) {
            Map<String, PostId> posts = new HashMap<>();
            blog.rows()
                    .posts()
                    .forEach(id -> posts.put(blog.posts().get(id).state().slug().value(), id));

            assertThat(contents)
                    .filteredOn(line -> line[0].equals("rows"))
                    .hasSize(9)
                    .allSatisfy(
                            line -> assertThat(rows(line[1], blog)).as(line[1]).isEqualTo(Long.parseLong(line[2])));
            assertThat(contents)
                    .filteredOn(line -> line[0].equals("post"))
                    .hasSize(posts.size())
                    .allSatisfy(line -> assertThat(posts).containsKey(line[1]))
                    .allSatisfy(line -> assertThat(describe(posts.get(line[1]), blog))
                            .as(line[1])
                            .isEqualTo(line[2] + " " + line[3]));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_address_that_readers_knew_answers(Path database) throws IOException {
        List<String[]> contents = contents(database);
        try (JdbiPersistence blog = open(database)) {
            assertThat(contents)
                    .filteredOn(line -> line[0].equals("post") && line[2].equals("published"))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(line -> assertThat(blog.postQueries().published(new Slug(line[1])))
                            .isPresent());
            assertThat(contents)
                    .filteredOn(line -> line[0].equals("redirect") && isPublished(line[2], blog))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(line -> assertThat(blog.redirectQueries().find(new SitePath(line[1])))
                            .as(line[1])
                            .get()
                            .extracting(to -> URI.create(((Destination.Moved) to).location())
                                    .getPath())
                            .isEqualTo("/" + line[2]));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void it_is_written_as_if_it_were_of_today(Path database) throws IOException {
        try (JdbiPersistence blog = open(database)) {
            assertThat(blog.changes().after(0, 1_000))
                    .hasSize((int) blog.changes().head());

            Tag tag = aTag("Written today");
            blog.tags().save(tag);
            assertThat(blog.tags().find(tag.id())).isPresent();
        }
    }

    private JdbiPersistence open(Path database) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(database))) {
            Files.copy(packed, data.resolve("blog.mv.db"));
        }
        return JdbiPersistence.inFolder(data, FreeSpace.PLENTY);
    }

    private static List<String[]> contents(Path database) throws IOException {
        String list = database.getFileName().toString().replace(".mv.db.gz", ".txt");
        try (Stream<String> lines = Files.lines(database.resolveSibling(list))) {
            return lines.map(line -> line.split(" ")).toList();
        }
    }

    private static long rows(String table, JdbiPersistence blog) {
        AtomicLong count = new AtomicLong();
        blog.rows().rows(table).forEach(row -> count.incrementAndGet());
        return count.get();
    }

    private static String describe(PostId id, JdbiPersistence blog) {
        Post.State state = blog.posts().get(id).state();
        return state.status().name().toLowerCase(Locale.ROOT) + " "
                + Sha256.of(state.revision().content().body().markdown());
    }

    private static boolean isPublished(String slug, JdbiPersistence blog) {
        return blog.postQueries().published(new Slug(slug)).isPresent();
    }
}
