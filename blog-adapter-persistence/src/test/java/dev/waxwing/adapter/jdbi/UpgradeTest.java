package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpgradeTest {
    private static final String COPY = "blog.before-migration.mv.db";

    @TempDir
    private Path data;

    @Test
    void an_older_database_is_brought_up_to_date_and_kept_as_it_was_beside_it() throws IOException {
        int older = 10;
        made(data, older);

        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();

        assertThat(versionIn(data)).isEqualTo(Schema.VERSION);
        Path before = Files.createDirectory(data.resolve("before"));
        Files.copy(snapshot(older), before.resolve("blog.mv.db"));
        assertThat(versionIn(before)).isEqualTo(older);
    }

    @Test
    void a_new_blog_has_nothing_to_keep() throws IOException {
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();

        assertThat(files()).containsExactlyInAnyOrder("blog.mv.db", "blog.mv.db.checksums");
    }

    @Test
    void the_three_newest_snapshots_are_kept() throws IOException {
        H2Database file = new H2Database(data);
        file.open();
        for (int version = 8; version <= 12; version++) {
            file.change(version, () -> {});
        }
        file.change(1_000, () -> {});
        file.close();

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "blog.mv.db",
                        "blog.mv.db.checksums",
                        "blog.schema-011.mv.db",
                        "blog.schema-012.mv.db",
                        "blog.schema-1000.mv.db");
    }

    @Test
    void what_is_killed_in_the_middle_of_a_migration_begins_it_again_from_the_whole_database() throws Exception {
        try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            IntStream.range(0, 20).forEach(n -> persistence.tags().save(aTag("Tag " + n)));
        }
        try (ChildProcess migration = ChildProcess.start(KilledMigration.class, data.toString())) {
            assertThat(migration.line()).contains("halfway");
            migration.kill();
        }
        assertThat(data.resolve(COPY)).isRegularFile();

        try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            assertThat(persistence.tags().find(new Slug("tag-19"))).isPresent();
            assertThat(persistence.redirectQueries().find(new SitePath("/old"))).isEmpty();
        }
        assertThat(data.resolve(COPY)).doesNotExist();
    }

    @Test
    void a_page_that_has_rotted_is_noticed_before_tables_are_changed_though_nobody_asks_for_it() throws Exception {
        int older = 10;
        H2Database file = new H2Database(data);
        file.open();
        new Schema(file.source()).change(Integer.toString(older));
        try (Connection connection = file.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (words VARCHAR)");
            statement.execute("INSERT INTO customer VALUES ('%s')".formatted("heron ".repeat(10_000)));
        }
        file.close();
        Path database = data.resolve("blog.mv.db");
        byte[] bytes = Files.readAllBytes(database);
        int middle = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("heron") + 30_000;
        bytes[middle] ^= 1;
        Files.write(database, bytes);

        assertThatThrownBy(() -> JdbiPersistence.inFolder(data, FreeSpace.PLENTY))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining(
                        "is damaged in the 4 KiB that begin at its byte %,d".formatted(middle / 4096 * 4096));

        assertThat(database).hasBinaryContent(bytes);
        assertThat(snapshot(older)).doesNotExist();
        assertThat(data.resolve(COPY)).doesNotExist();
    }

    private static void made(Path folder, int version) {
        H2Database file = new H2Database(folder);
        file.open();
        new Schema(file.source()).change(Integer.toString(version));
        file.close();
    }

    private static int versionIn(Path folder) {
        H2Database file = new H2Database(folder);
        file.open();
        try {
            return new Schema(file.source()).present();
        } finally {
            file.close();
        }
    }

    private Path snapshot(int version) {
        return data.resolve("blog.schema-%03d.mv.db".formatted(version));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
