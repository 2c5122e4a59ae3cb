package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static void made(Path folder, int version) {
        H2Database file = new H2Database(folder);
        file.open();
        new Schema(file.source()).makeAsOf(version);
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
