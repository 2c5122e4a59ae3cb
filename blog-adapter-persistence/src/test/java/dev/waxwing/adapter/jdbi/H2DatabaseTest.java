package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class H2DatabaseTest {
    private static final long SEED = Long.getLong("waxwing.seed", 7);
    private static final int FLIPS = Integer.getInteger("waxwing.flips", 60);

    @TempDir
    private Path data;

    @TempDir
    private Path links;

    @Test
    void a_blog_is_found_again_in_its_folder() {
        Tag tag = aTag("Java");
        try (JdbiPersistence persistence =
                JdbiPersistence.inFolder(data.resolve("deep/in/folders with ümlauts"), FreeSpace.PLENTY)) {
            persistence.tags().save(tag);
        }

        try (JdbiPersistence persistence =
                JdbiPersistence.inFolder(data.resolve("deep/in/folders with ümlauts"), FreeSpace.PLENTY)) {
            assertThat(persistence.tags().find(tag.id())).isPresent();
        }
        assertThat(data.resolve("deep/in/folders with ümlauts/blog.mv.db")).isRegularFile();
    }

    @Test
    void a_second_process_is_refused_and_the_first_is_unharmed() throws Exception {
        try (ChildProcess first = ChildProcess.start(LockHolder.class, data.toString())) {
            assertThat(first.line()).contains("open at 0");

            assertRefused("in use by another process");
            assertRefused("in use by another process");
            assertThat(data.resolve("blog.trace.db")).doesNotExist();
            first.kill();
        }
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
    }

    @Test
    void a_file_of_anything_else_is_refused_and_kept() throws IOException {
        byte[] anything = new byte[3_000];
        new Random(1).nextBytes(anything);
        Path file = Files.write(data.resolve("blog.mv.db"), anything);

        assertRefused("if it is damaged, restore it from a backup");

        assertThat(file).hasBinaryContent(anything);
    }

    @Test
    void a_database_that_vanished_beside_media_is_not_replaced_by_an_empty_one() throws IOException {
        Files.createDirectories(data.resolve("media/0f"));
        Files.createDirectories(data.resolve("media/.incoming"));
        Files.writeString(data.resolve("media/.incoming/half"), "half a file of nobody's");
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
        Files.writeString(data.resolve("media/0f/picture.png"), "picture");
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
        Files.delete(data.resolve("blog.mv.db"));

        assertRefused("is missing or empty");
        assertThat(data.resolve("blog.mv.db")).doesNotExist();
    }

    @Test
    void an_empty_database_beside_media_is_refused_too() throws Exception {
        Files.createDirectories(data.resolve("media/0f"));
        Files.writeString(data.resolve("media/0f/picture.png"), "picture");
        H2Database empty = new H2Database(data);
        Files.writeString(data.resolve("blog.mv.db"), "");
        empty.open();
        empty.close();

        assertRefused("is missing or empty");
    }

    @Test
    void a_database_that_vanished_beside_its_search_index_is_not_replaced_either() throws IOException {
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
        Files.createDirectories(data.resolve("search"));
        Files.writeString(data.resolve("search/segments_1"), "index");
        Files.delete(data.resolve("blog.mv.db"));

        assertRefused("is missing or empty");
        assertThat(data.resolve("blog.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backups/blog-20260301T120000Z.zip", "blog.schema-014.mv.db", "most-read.txt"})
    void a_database_that_vanished_beside_anything_that_only_a_blog_leaves_is_not_replaced(String left)
            throws IOException {
        Files.createDirectories(data.resolve("backups"));
        Files.writeString(data.resolve("waxwing.properties"), "port=8081\n");
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
        Files.delete(data.resolve("blog.mv.db"));
        Files.writeString(data.resolve(left), "left");

        assertRefused("is missing or empty, though a blog has left '" + data.resolve(left.split("/")[0])
                + "'; restore a backup");
        assertThat(data.resolve("blog.mv.db")).doesNotExist();
    }

    @Test
    void a_database_that_vanished_beside_media_that_lie_elsewhere_is_not_replaced(@TempDir Path elsewhere)
            throws IOException {
        Files.createDirectories(elsewhere.resolve("0f"));
        Files.writeString(elsewhere.resolve("0f/picture.png"), "picture");

        assertThatThrownBy(() -> JdbiPersistence.inFolder(new BlogFolders(data, elsewhere), FreeSpace.PLENTY))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("is missing or empty");
    }

    @Test
    void a_file_that_was_cut_off_is_refused_and_never_opened_in_an_older_state() throws IOException {
        try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            IntStream.range(0, 50).forEach(n -> persistence.tags().save(aTag("Tag " + n)));
        }
        Path file = data.resolve("blog.mv.db");
        byte[] whole = Files.readAllBytes(file);

        for (int kept = 300; kept < whole.length; kept += 1 + whole.length / 12) {
            Files.write(file, Arrays.copyOf(whole, kept));
            assertRefused("blog.mv.db' is damaged: its end is missing; restore it from a backup");
            assertThat(file).hasSize(kept);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertRefused("is damaged");
        Files.write(file, whole);
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
    }

    @Test
    void a_bit_that_rotted_is_refused_wherever_it_is_read_and_never_served() throws IOException {
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            IntStream.range(0, 200).forEach(n -> blog.tags().save(aTag("A tag with a name of some length " + n)));
        }
        List<TagView> tags = tagsThere();
        Path kept = copy(data);
        byte[] whole = Files.readAllBytes(kept.resolve("blog.mv.db"));
        Random chance = new Random(SEED);
        int refused = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] rotten = whole.clone();
            rotten[chance.nextInt(whole.length)] ^= (byte) (1 << chance.nextInt(8));
            Files.write(data.resolve("blog.mv.db"), rotten);
            copyTo(data, kept.resolve("blog.mv.db.checksums"));
            try {
                assertThat(tagsThere()).as("flip %d, seed %d", flip, SEED).isEqualTo(tags);
            } catch (BlogException.Unavailable e) {
                assertThat(e).hasMessageContaining("is damaged").hasMessageContaining("restore it from a backup");
                assertThat(data.resolve("blog.mv.db")).hasBinaryContent(rotten);
                refused++;
            }
        }
        assertThat(refused).as("seed %d", SEED).isPositive();
    }

    @Test
    void a_folder_behind_a_link_is_no_other_folder() throws IOException {
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            IntStream.range(0, 200).forEach(n -> blog.tags().save(aTag("A tag with a name of some length " + n)));
        }
        Path link = Files.createSymbolicLink(links.resolve("link"), data);
        byte[] rotten = Files.readAllBytes(data.resolve("blog.mv.db"));
        for (int place = 2 * 4096; place < rotten.length - 4096; place += 4096) {
            rotten[place + 9] ^= 1;
        }
        Files.write(data.resolve("blog.mv.db"), rotten);

        assertThatThrownBy(() -> JdbiPersistence.inFolder(link, FreeSpace.PLENTY))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("is damaged");
        assertThat(data.resolve("blog.mv.db")).hasBinaryContent(rotten);
    }

    @Test
    void what_a_killed_process_left_is_whole_with_its_own_journal_only() throws IOException {
        Path before = saveAndCopy("Before", JdbiPersistence::close);
        Path killed = saveAndCopy("Killed", blog -> {});

        putBack(killed.resolve("blog.mv.db"), killed.resolve("blog.mv.db.journal"));
        assertHolds("before", "killed");
        putBack(before.resolve("blog.mv.db"), killed.resolve("blog.mv.db.journal"));
        assertHolds("before", "killed");
    }

    @Test
    void a_database_beside_the_journal_of_a_later_state_is_refused_and_both_are_left_alone() throws IOException {
        Path older = saveAndCopy("Older", JdbiPersistence::close);
        saveAndCopy("Newer", JdbiPersistence::close);
        Path killed = saveAndCopy("Killed", blog -> {});

        putBack(older.resolve("blog.mv.db"), killed.resolve("blog.mv.db.journal"));

        assertRefusedFor(killed, older);
        Files.delete(data.resolve("blog.mv.db.journal"));
        assertHolds("older");
    }

    @Test
    void a_database_beside_the_journal_of_another_that_was_just_begun_is_refused_too() throws IOException {
        Path own = saveAndCopy("Own", JdbiPersistence::close);
        H2Database begun = new H2Database(data.resolve("begun"));
        begun.open();
        execute(begun, "CREATE TABLE anything (id INT)");
        execute(begun, "CHECKPOINT SYNC");
        Path killed = copy(data.resolve("begun"));
        begun.close();

        putBack(own.resolve("blog.mv.db"), killed.resolve("blog.mv.db.journal"));

        assertRefusedFor(killed, own);
    }

    @Test
    void a_journal_whose_database_vanished_is_not_taken_for_nothing() throws IOException {
        saveAndCopy("Before", JdbiPersistence::close);
        Path killed = saveAndCopy("Killed", blog -> {});
        Files.copy(killed.resolve("blog.mv.db.journal"), data.resolve("blog.mv.db.journal"));
        Files.delete(data.resolve("blog.mv.db"));

        assertRefused("is not of the database that lies beside it");
        assertRefused("is not of the database that lies beside it");
    }

    @Test
    void a_journal_of_another_format_is_refused_and_nothing_in_it_is_lost() throws IOException {
        saveAndCopy("Before", JdbiPersistence::close);
        Path killed = saveAndCopy("Killed", blog -> {});
        byte[] own = Files.readAllBytes(killed.resolve("blog.mv.db.journal"));
        byte[] newer = own.clone();
        newer["Waxwing journal ".length()]++;
        byte[] withoutFormat = Arrays.copyOfRange(own, "Waxwing journal 1\n".length(), own.length);

        for (byte[] other : List.of(newer, withoutFormat)) {
            putBack(killed.resolve("blog.mv.db"), Files.write(killed.resolve("other"), other));
            assertRefused(
                    "blog.mv.db.journal' was written by another version of the program; start that one and stop it");
            assertThat(data.resolve("blog.mv.db")).hasSameBinaryContentAs(killed.resolve("blog.mv.db"));
            assertThat(data.resolve("blog.mv.db.journal")).hasBinaryContent(other);
        }
        putBack(killed.resolve("blog.mv.db"), killed.resolve("blog.mv.db.journal"));
        assertHolds("before", "killed");
    }

    @Test
    void a_journal_whose_beginning_never_came_to_disk_holds_nothing_and_is_in_nobodys_way() throws IOException {
        saveAndCopy("Before", JdbiPersistence::close);

        for (int bytes : List.of(0, 20, 8_192)) {
            Files.write(data.resolve("blog.mv.db.journal"), new byte[bytes]);
            assertHolds("before");
        }
    }

    @Test
    void a_newer_schema_is_refused_and_left_alone() throws SQLException {
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
        run("UPDATE \"waxwing_schema_history\" SET \"version\" = '999'");

        assertRefused("newer version of the program");
        run("UPDATE \"waxwing_schema_history\" SET \"version\" = '%03d'".formatted(Schema.VERSION));
        JdbiPersistence.inFolder(data, FreeSpace.PLENTY).close();
    }

    @Test
    void a_damaged_file_is_said_in_one_sentence() throws IOException {
        byte[] rubbish = new byte[20_000];
        Arrays.fill(rubbish, (byte) 'x');
        Files.write(data.resolve("blog.mv.db"), rubbish);

        assertRefused("blog.mv.db");
    }

    @Test
    void a_folder_that_cannot_be_had_is_said_in_one_sentence() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");

        assertThatThrownBy(() -> JdbiPersistence.inFolder(file.resolve("data"), FreeSpace.PLENTY))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> JdbiPersistence.inFolder(data.resolve("a;b"), FreeSpace.PLENTY))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("semicolon");
    }

    @Test
    void a_migration_that_was_ended_halfway_begins_again_from_where_it_began() throws Exception {
        try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            persistence.tags().save(aTag("Java"));
        }
        H2Database file = new H2Database(data);
        file.open();
        assertThatThrownBy(() -> file.change(Schema.VERSION, () -> {
                    execute(file, "DROP TABLE redirect");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        file.close();

        try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            assertThat(persistence.tags().find(new Slug("java"))).isPresent();
            assertThat(persistence.redirectQueries().find(new SitePath("/old"))).isEmpty();
        }
        assertThat(data.resolve("blog.before-migration.mv.db")).doesNotExist();
    }

    @Test
    void an_interrupted_reader_ends_nothing() throws InterruptedException {
        try (JdbiPersistence persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            IntStream.range(0, 200).forEach(n -> persistence.tags().save(aTag("Tag " + n)));
            for (int round = 0; round < 20; round++) {
                AtomicBoolean started = new AtomicBoolean();
                Thread reader = new Thread(() -> {
                    started.set(true);
                    Thread.currentThread().interrupt();
                    persistence.changes().after(0, 1_000);
                    persistence
                            .tags()
                            .save(aTag("Tag of " + Thread.currentThread().getName()));
                });
                reader.setUncaughtExceptionHandler((thread, failure) -> started.set(false));
                reader.start();
                reader.join();
                assertThat(started).isTrue();
            }
            assertThat(persistence.changes().head()).isEqualTo(220);
        }
    }

    /**
     * The files as they are after a tag was saved and something done, which may be nothing, as when the process is killed then.
     */
    private Path saveAndCopy(String tag, Consumer<JdbiPersistence> then) throws IOException {
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            blog.tags().save(aTag(tag));
            then.accept(blog);
            return copy(data);
        }
    }

    private Path copy(Path folder) throws IOException {
        Path copy = Files.createTempDirectory(data, "copy");
        for (String name : List.of("blog.mv.db", "blog.mv.db.journal", "blog.mv.db.checksums")) {
            if (Files.exists(folder.resolve(name))) {
                copyTo(copy, folder.resolve(name));
            }
        }
        return copy;
    }

    private static void copyTo(Path folder, Path file) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<TagView> tagsThere() {
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            return blog.tagQueries().all();
        }
    }

    private void putBack(Path database, Path journal) throws IOException {
        Files.copy(database, data.resolve("blog.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(journal, data.resolve("blog.mv.db.journal"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertHolds(String... slugs) {
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            assertThat(blog.tagQueries().all())
                    .extracting(tag -> tag.slug().value())
                    .containsExactlyInAnyOrder(slugs);
        }
    }

    private void assertRefusedFor(Path journal, Path database) {
        assertRefused("blog.mv.db.journal' is not of the database that lies beside it; put the database back");
        assertThat(data.resolve("blog.mv.db")).hasSameBinaryContentAs(database.resolve("blog.mv.db"));
        assertThat(data.resolve("blog.mv.db.journal")).hasSameBinaryContentAs(journal.resolve("blog.mv.db.journal"));
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> JdbiPersistence.inFolder(data, FreeSpace.PLENTY))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining(reason);
    }

    private void run(String sql) {
        H2Database file = new H2Database(data);
        file.open();
        execute(file, sql);
        file.close();
    }

    private static void execute(H2Database file, String sql) {
        try (Connection connection = file.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
