package dev.waxwing.adapter.backup;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.backup.TrialBlog.Kind;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupWriter;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupTest {
    private static final long SEED = Long.getLong("waxwing.seed", 11);
    private static final int MOST_POSTS = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"H2, POSTGRESQL", "POSTGRESQL, H2"})
    void what_is_restored_is_the_same_byte_for_byte(Kind from, Kind to) throws IOException {
        try (TrialBlog source = TrialBlog.filled(from, folder.resolve("source"))) {
            source.backUp(BackupFile.zip(folder.resolve("blog.zip")));
            source.backUp(BackupFile.folder(folder.resolve("before")));
            try (TrialBlog restored = TrialBlog.restored(to, folder.resolve("restored"), folder.resolve("blog.zip"))) {
                restored.backUp(BackupFile.folder(folder.resolve("after")));
                restored.backUp(BackupFile.zip(folder.resolve("again.zip")));
            }
        }

        assertThat(files("after")).isEqualTo(files("before")).hasSizeGreaterThan(25);
        assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("blog.zip"));
    }

    @ParameterizedTest
    @EnumSource
    void a_restored_blog_goes_on_where_the_other_one_was(Kind kind) {
        try (TrialBlog source = TrialBlog.filled(kind, folder.resolve("source"))) {
            source.backUp(BackupFile.folder(folder.resolve("copy")));
            long head = source.storage().changes().head();

            try (TrialBlog restored = TrialBlog.restored(kind, folder.resolve("restored"), folder.resolve("copy"))) {
                Post post = restored.publish("News");
                restored.upload("%PDF-1.7 three");

                assertThat(restored.storage().changes().after(head, 10)).hasSize(3);
                assertThat(restored.storage().posts().find(post.id())).isPresent();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, POSTGRESQL", "POSTGRESQL, H2"})
    void a_backup_that_is_made_under_load_is_of_one_moment(Kind from, Kind to) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try (TrialBlog source = TrialBlog.filled(from, folder.resolve("source"))) {
            List<Future<Integer>> written = new ArrayList<>();
            for (String name : List.of("Left", "Right")) {
                written.add(writers.submit(() -> {
                    int posts = 0;
                    while (!enough.get() && posts < MOST_POSTS) {
                        source.publish(name + " " + posts++);
                    }
                    return posts;
                }));
            }
            List<BackupManifest> manifests = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                manifests.add(source.backUp(BackupFile.zip(folder.resolve(i + ".zip"))));
            }
            enough.set(true);
            for (Future<Integer> writer : written) {
                assertThat(writer.get()).isPositive();
            }

            assertThat(manifests)
                    .allSatisfy(manifest -> assertThat(manifest.rows())
                            .containsEntry("change_feed", manifest.position())
                            .containsEntry("post", manifest.posts()));
            try (TrialBlog restored = TrialBlog.restored(to, folder.resolve("restored"), folder.resolve("2.zip"))) {
                assertThat(restored.backUp(BackupFile.zip(folder.resolve("again.zip"))))
                        .isEqualTo(manifests.get(2));
                assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("2.zip"));
            }
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void a_change_of_any_byte_is_found() throws IOException {
        byte[] whole = Files.readAllBytes(aBackup());
        Random chance = new Random(SEED);
        Path changed = folder.resolve("changed.zip");

        for (int i = 0; i < 150; i++) {
            byte[] bytes = whole.clone();
            int at = i < 100 ? bytes.length - 1 - i : chance.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << chance.nextInt(8));
            Files.write(changed, bytes);

            assertThatThrownBy(() -> StoredBackup.at(changed).verify())
                    .as("byte %d of %d, seed %d", at, bytes.length, SEED)
                    .isInstanceOf(BlogException.Invalid.class)
                    .hasMessageContaining("changed.zip");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows/post.jsonl", "manifest.json", "waxwing.properties", "posts/later.md"})
    void the_damaged_part_is_named(String entry) throws IOException {
        Path copy = anExport();
        byte[] bytes = Files.readAllBytes(copy.resolve(entry));
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy.resolve(entry), bytes);

        refused(copy, entry);
    }

    @Test
    void a_part_that_is_missing_or_too_much_is_named() throws IOException {
        Path copy = anExport();
        Files.writeString(copy.resolve("posts/another.md"), "Words");
        refused(copy, "posts/another.md is not among its checksums");

        Files.delete(copy.resolve("posts/another.md"));
        Files.delete(copy.resolve("rows/tag.jsonl"));
        refused(copy, "rows/tag.jsonl is missing");

        Files.delete(copy.resolve("SHA256SUMS"));
        refused(copy, "SHA256SUMS is missing");
    }

    @Test
    void a_file_that_was_cut_off_is_refused_wherever_it_ends() throws IOException {
        byte[] whole = Files.readAllBytes(aBackup());
        Path cut = folder.resolve("cut.zip");
        Random chance = new Random(SEED);

        for (int i = 0; i < 30; i++) {
            Files.write(cut, Arrays.copyOf(whole, chance.nextInt(whole.length)));

            refused(cut, "cut.zip");
        }
    }

    @Test
    void checksums_are_those_that_other_programs_compute() throws IOException {
        Path copy = anExport();

        assertThat(Files.readAllLines(copy.resolve("SHA256SUMS")))
                .hasSizeGreaterThan(25)
                .allSatisfy(line -> {
                    byte[] content = Files.readAllBytes(copy.resolve(line.substring(Sha256.LENGTH + 2)));
                    assertThat(line).startsWith(Sha256.of(content) + "  ");
                });
    }

    @Test
    void nothing_is_restored_over_the_rows_of_a_blog() {
        Path backup = aBackup();
        try (TrialBlog other = TrialBlog.filled(Kind.POSTGRESQL, folder.resolve("other"))) {
            Post post = other.publish("Mine");

            assertThatThrownBy(() -> other.restoreHere(backup)).isInstanceOf(BlogException.Conflict.class);

            assertThat(other.storage().posts().find(post.id())).isPresent();
        }
    }

    @Test
    void nothing_is_restored_over_the_file_of_a_database() throws IOException {
        Path backup = aBackup();
        Path database = folder.resolve("restored/blog.mv.db");
        Files.createDirectories(database.getParent());
        Files.writeString(database, "Mine");

        assertThatThrownBy(() -> TrialBlog.restored(Kind.H2, database.getParent(), backup))
                .isInstanceOf(BlogException.Conflict.class);

        assertThat(database).hasContent("Mine");
    }

    @ParameterizedTest
    @CsvSource({"0, older", "2, newer"})
    void another_format_is_refused(int format, String wanted) throws IOException {
        Path copy = anExport();
        change(copy.resolve("manifest.json"), "\"format\" : 1", "\"format\" : " + format);

        assertThatThrownBy(() -> StoredBackup.at(copy).verify())
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void the_backup_of_a_newer_program_is_refused_and_leaves_nothing(Kind kind) throws IOException {
        Path copy = anExport();
        int schema = StoredBackup.at(copy).verify().schema();
        change(copy.resolve("manifest.json"), "\"schema\" : " + schema, "\"schema\" : " + (schema + 1));
        seal(copy, "manifest.json");

        assertThatThrownBy(() -> TrialBlog.restored(kind, folder.resolve("restored"), copy))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("newer");

        assertThat(folder.resolve("restored/blog.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_do_not_fit_are_refused_and_leave_nothing(Kind kind) throws IOException {
        Path copy = anExport();
        change(copy.resolve("rows/tally.jsonl"), "\"posts\":1", "\"posts\":\"many\"");
        seal(copy, "rows/tally.jsonl");

        assertThatThrownBy(() -> TrialBlog.restored(kind, folder.resolve("restored"), copy))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining("tally");

        assertThat(folder.resolve("restored/blog.mv.db")).doesNotExist();
    }

    @Test
    void a_backup_never_replaces_a_file() throws IOException {
        Path there = Files.writeString(folder.resolve("there.zip"), "Mine");
        try (TrialBlog source = TrialBlog.empty(Kind.H2, folder.resolve("source"))) {
            assertThatThrownBy(() -> source.backUp(BackupFile.zip(there))).isInstanceOf(BlogException.Conflict.class);
        }
        assertThat(there).hasContent("Mine");
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_file_is_named_and_everything_else_is_restored(Kind kind) throws IOException {
        Path backup = folder.resolve("blog.zip");
        Path data = folder.resolve("source");
        try (TrialBlog source = TrialBlog.filled(kind, data)) {
            MediaAddress damaged = source.upload("%PDF-1.7 three");
            changeAByte(fileOf(damaged, data));

            BackupManifest written = source.backUp(BackupFile.zip(backup));

            assertThat(written.losses()).isEqualTo(new MediaLosses(List.of(damaged), List.of()));
            assertThat(StoredBackup.at(backup).verify()).isEqualTo(written);
            try (TrialBlog restored = TrialBlog.restored(kind, folder.resolve("restored"), backup)) {
                assertThat(restored.media().find(damaged)).isEmpty();
                assertThat(restored.backUp(BackupFile.zip(folder.resolve("again.zip"))))
                        .returns(written.rows(), BackupManifest::rows)
                        .returns(written.media() - 1, BackupManifest::media)
                        .returns(new MediaLosses(List.of(), List.of(damaged)), BackupManifest::losses);
            }
        }
    }

    @Test
    void a_damaged_file_of_which_the_manifest_knows_nothing_is_named_and_left_out() throws IOException {
        Path copy = folder.resolve("copy");
        MediaAddress damaged;
        try (TrialBlog source = TrialBlog.filled(Kind.H2, folder.resolve("source"))) {
            damaged = source.upload("%PDF-1.7 three");
            source.backUp(BackupFile.folder(copy));
        }
        changeAByte(fileOf(damaged, copy));
        seal(copy, Entries.ofMedium(damaged));

        assertThat(StoredBackup.at(copy).verify().losses()).isEqualTo(new MediaLosses(List.of(damaged), List.of()));
        try (TrialBlog restored = TrialBlog.restored(Kind.H2, folder.resolve("restored"), copy)) {
            assertThat(restored.media().find(damaged)).isEmpty();
            assertThat(restored.storage().media().find(damaged)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_vanished_is_named_and_one_that_was_removed_is_not(Kind kind) throws IOException {
        Path data = folder.resolve("source");
        try (TrialBlog source = TrialBlog.filled(kind, data)) {
            MediaAddress vanished = source.upload("%PDF-1.7 three");
            MediaAddress removed = source.upload("%PDF-1.7 four");
            Files.delete(fileOf(vanished, data));
            Files.delete(fileOf(removed, data));
            source.storage().media().remove(source.storage().media().get(removed));

            assertThat(source.backUp(BackupFile.zip(folder.resolve("blog.zip"))).losses())
                    .isEqualTo(new MediaLosses(List.of(), List.of(vanished)));
        }
    }

    @Test
    void a_file_that_its_disk_cannot_read_is_damaged_and_stops_nothing() {
        StoredMedia.Content failing = offset -> new SequenceInputStream(
                new ByteArrayInputStream("%PDF".getBytes(StandardCharsets.US_ASCII)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Input/output error");
                    }
                });
        StoredMedia.Content closed = offset -> {
            throw new IOException("Permission denied");
        };
        MediaAddress address = MediaAddress.ofFile(Sha256.of("%PDF-1.7 one"), "pdf");

        try (BackupWriter writer = BackupFile.folder(folder.resolve("copy")).begin()) {
            assertThat(writer.medium(new StoredMedia(address, "application/pdf", 12, failing)))
                    .isFalse();
        }
        try (BackupWriter writer = BackupFile.folder(folder.resolve("copy")).begin()) {
            assertThat(writer.medium(new StoredMedia(address, "application/pdf", 12, closed)))
                    .isFalse();
        }
    }

    @Test
    void an_empty_blog_has_a_backup_too() {
        try (TrialBlog source = TrialBlog.empty(Kind.H2, folder.resolve("source"))) {
            BackupManifest written = source.backUp(BackupFile.zip(folder.resolve("empty.zip")));

            assertThat(StoredBackup.at(folder.resolve("empty.zip")).verify()).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts/../../out.md", "rows/../../out.jsonl", "posts/a/b.md", "posts/..\\..\\out.md"})
    void a_part_that_would_lie_elsewhere_is_refused(String entry) throws IOException {
        Path backup = zip(entry, new byte[1]);

        refused(backup, "does not belong into a backup");
        assertThatThrownBy(() -> StoredBackup.at(backup).unpack(folder.resolve("deep/unpacked")))
                .isInstanceOf(BlogException.Invalid.class);
    }

    @Test
    void what_unpacks_to_far_more_than_it_is_is_refused() throws IOException {
        refused(zip("posts/long.md", new byte[100 << 20]), "it unpacks to more than 200 times its size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "waxwing.properties"})
    void a_part_that_is_longer_than_that_of_any_blog_is_refused(String entry) throws IOException {
        Path copy = anExport();
        Files.writeString(copy.resolve(entry), " ".repeat(17_000_000) + Files.readString(copy.resolve(entry)));
        seal(copy, entry);

        assertThatThrownBy(() -> TrialBlog.restored(Kind.H2, folder.resolve("restored"), copy))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining(entry + " is longer than that of any blog");
    }

    @ParameterizedTest
    @MethodSource("longRows")
    void a_row_that_is_longer_than_that_of_any_blog_is_refused(String row) throws IOException {
        Path copy = anExport();
        Files.writeString(copy.resolve("rows/tag.jsonl"), row);
        seal(copy, "rows/tag.jsonl");

        assertThatThrownBy(() -> TrialBlog.restored(Kind.H2, folder.resolve("restored"), copy))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining("rows/tag.jsonl is not written as it should be");
    }

    static Stream<String> longRows() {
        String text = "x".repeat(1_000_000);
        return Stream.of(
                "{\"name\": \"%s\"}".formatted(text.repeat(5)),
                IntStream.range(0, 5)
                        .mapToObj(n -> "\"name%d\": \"%s\"".formatted(n, text))
                        .collect(joining(",", "{", "}")),
                IntStream.range(0, 201)
                        .mapToObj(n -> "\"name%d\": 1".formatted(n))
                        .collect(joining(",", "{", "}")));
    }

    private Path zip(String entry, byte[] content) throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return file;
    }

    private Path aBackup() {
        Path file = folder.resolve("whole.zip");
        try (TrialBlog source = TrialBlog.filled(Kind.H2, folder.resolve("whole"))) {
            source.backUp(BackupFile.zip(file));
        }
        return file;
    }

    private Path anExport() {
        Path copy = folder.resolve("copy");
        try (TrialBlog source = TrialBlog.filled(Kind.H2, folder.resolve("whole"))) {
            source.backUp(BackupFile.folder(copy));
        }
        return copy;
    }

    private static void refused(Path backup, String reason) {
        assertThatThrownBy(() -> StoredBackup.at(backup).verify())
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining(reason);
    }

    private static Path fileOf(MediaAddress address, Path root) {
        return root.resolve(Entries.ofMedium(address));
    }

    private static void changeAByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    /** Makes the checksum of an entry right again, as somebody would who means to deceive. */
    private static void seal(Path copy, String entry) throws IOException {
        Map<String, String> sums = Sums.read(Files.readString(copy.resolve("SHA256SUMS")));
        sums.put(entry, Sha256.of(Files.readAllBytes(copy.resolve(entry))));
        Files.writeString(copy.resolve("SHA256SUMS"), Sums.text(sums));
    }

    private Map<String, String> files(String name) throws IOException {
        Path root = folder.resolve(name);
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
