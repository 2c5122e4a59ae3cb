package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.backup.BackupFile;
import dev.waxwing.adapter.backup.StoredBackup;
import dev.waxwing.adapter.files.FileSystemMediaStore;
import dev.waxwing.adapter.image.ImageIoImageProcessor;
import dev.waxwing.adapter.jdbi.backup.JdbiRowStore;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.adapter.jdbi.shared.Durability;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupWriter;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.application.backup.RestoreBlog;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.account.Actor;
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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
            requireEverything(contents, blog);
        }
    }

    static Stream<Arguments> backups() throws IOException, URISyntaxException {
        return databases().stream()
                .flatMap(database -> IntStream.rangeClosed(schemaOf(database), Schema.VERSION)
                        .boxed()
                        .flatMap(schema ->
                                Stream.of("H2", "PostgreSQL").map(kind -> Arguments.of(database, schema, kind))));
    }

    @ParameterizedTest
    @MethodSource("backups")
    void a_backup_of_any_earlier_schema_is_restored_with_everything(Path database, int schema, String kind)
            throws IOException {
        Path backup = backUp(database, schema);
        if (kind.equals("H2")) {
            Path restored = data.resolve("restored");
            restore(JdbiRestoration.inFolder(restored), backup);
            try (JdbiPersistence blog = JdbiPersistence.inFolder(restored, FreeSpace.PLENTY)) {
                requireEverything(contents(database), blog);
            }
            return;
        }
        String address = PostgreSqlServer.emptyDatabase();
        restore(JdbiRestoration.at(address, PostgreSqlServer.USER, ""), backup);
        try (JdbiPersistence blog = JdbiPersistence.at(address, PostgreSqlServer.USER, "")) {
            requireEverything(contents(database), blog);
        } finally {
            PostgreSqlServer.drop(address);
        }
    }

    /** As the program of that schema wrote it: with the rows of the tables that there were. */
    private Path backUp(Path golden, int schema) throws IOException {
        unpack(golden);
        H2Database file = new H2Database(data);
        file.open();
        if (schemaOf(golden) < schema) {
            new Schema(file.source()).change(Integer.toString(schema));
        }
        Path backup = data.resolve("blog.zip");
        Set<String> present = tables(file);
        JdbiRowStore rows = new JdbiRowStore(new Database(file.source(), Durability.BY_COMMIT), Dialect.H2, schema);
        Map<String, Long> counts = new HashMap<>();
        try (BackupWriter writer = BackupFile.zip(backup).begin()) {
            rows.tables().stream()
                    .filter(present::contains)
                    .forEach(table -> counts.put(table, writer.table(table, rows.rows(table))));
            writer.finish(new BackupManifest("0.1.0", schema, 0, counts, 0, 0, new MediaLosses(List.of(), List.of())));
        }
        file.close();
        return backup;
    }

    private static Set<String> tables(H2Database file) {
        try (Connection connection = file.source().getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
            Set<String> names = new HashSet<>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void restore(JdbiRestoration into, Path backup) {
        FileSystemMediaStore media = new FileSystemMediaStore(
                data.resolve("media"), data.resolve("renditions"), FreeSpace.PLENTY, new ImageIoImageProcessor());
        new RestoreBlog(into, media).handle(new RestoreBlog.Command(Actor.operator(), StoredBackup.at(backup)));
    }

    private static int schemaOf(Path database) {
        return Integer.parseInt(database.getFileName().toString().replaceAll("\\D", ""));
    }

    private static void requireEverything(List<String[]> contents, JdbiPersistence blog) {
        Map<String, PostId> posts = new HashMap<>();
        blog.rows()
                .posts()
                .forEach(id -> posts.put(blog.posts().get(id).state().slug().value(), id));

        assertThat(contents)
                .filteredOn(line -> line[0].equals("rows"))
                .hasSize(9)
                .allSatisfy(line -> assertThat(rows(line[1], blog)).as(line[1]).isEqualTo(Long.parseLong(line[2])));
        assertThat(contents)
                .filteredOn(line -> line[0].equals("post"))
                .hasSize(posts.size())
                .allSatisfy(line -> assertThat(posts).containsKey(line[1]))
                .allSatisfy(line -> assertThat(describe(posts.get(line[1]), blog))
                        .as(line[1])
                        .isEqualTo(line[2] + " " + line[3]));
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
        unpack(database);
        return JdbiPersistence.inFolder(data, FreeSpace.PLENTY);
    }

    private void unpack(Path database) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(database))) {
            Files.copy(packed, data.resolve("blog.mv.db"));
        }
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
