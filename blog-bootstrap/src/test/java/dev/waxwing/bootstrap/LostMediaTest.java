package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.backup.BackupFile;
import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.application.backup.Retention;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.media.MediaAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LostMediaTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final BackupPlan ONE_A_DAY = new BackupPlan(Optional.of(Duration.ofDays(1)), new Retention(1, 0));

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(NOON);
    private final StringWriter err = new StringWriter();

    @Test
    void a_picture_that_rots_keeps_no_backup_from_being_made_and_the_last_whole_one_stays() throws IOException {
        Path data = folder.resolve("data");
        try (House house = open(data)) {
            MediaAddress rotten = upload(house, "%PDF-1.7 one");
            MediaAddress vanished = upload(house, "%PDF-1.7 two");
            ScheduledBackups backups = new ScheduledBackups(
                    data,
                    ONE_A_DAY,
                    house::backUp,
                    () -> 0,
                    new InMemoryBlog().storage().duties(),
                    clock);
            aDayLater(backups);
            byte[] whole = Files.readAllBytes(fileOf(rotten, data));
            rot(fileOf(rotten, data));
            Files.delete(fileOf(vanished, data));

            aDayLater(backups);
            aDayLater(backups);

            assertThat(scheduled(data)).containsExactly("blog-20260305T120000Z.zip", "blog-20260307T120000Z.zip");
            assertThat(losses(house)).isEqualTo(new MediaLosses(List.of(rotten), List.of(vanished)));
            assertThat(trouble(house)).contains("files are lost: 1 damaged, 1 missing");

            Files.write(fileOf(rotten, data), whole);
            upload(house, "%PDF-1.7 two");
            aDayLater(backups);
            assertThat(scheduled(data)).containsExactly("blog-20260308T120000Z.zip");
            assertThat(trouble(house)).isEmpty();
        }
    }

    @Test
    void what_a_backup_found_outlives_a_restart_and_is_forgotten_when_it_is_whole_again() throws IOException {
        Path data = folder.resolve("data");
        MediaAddress file;
        try (House house = open(data)) {
            file = upload(house, "%PDF-1.7 one");
        }
        byte[] whole = Files.readAllBytes(fileOf(file, data));
        rot(fileOf(file, data));
        try (House house = open(data)) {
            house.backUp(BackupFile.zip(folder.resolve("blog.zip")));
        }

        assertThat(new Inquiry(config(data)).findings())
                .extracting(Finding::words)
                .contains("damaged " + file);
        LostMedia lost = new LostMedia(data, address -> isWhole(data, address), clock);
        lost.lookAgain();
        Files.write(fileOf(file, data), whole);
        lost.lookAgain();
        assertThat(lost.losses().damaged()).containsExactly(file);
        clock.advance(Duration.ofMinutes(10));
        lost.lookAgain();
        assertThat(lost.losses()).isEqualTo(MediaLosses.NONE);
    }

    @Test
    void commands_name_what_is_lost_and_end_with_3() throws IOException {
        Path data = folder.resolve("data");
        MediaAddress file;
        try (House house = open(data)) {
            file = upload(house, "%PDF-1.7 one");
        }
        String backup = folder.resolve("blog.zip").toString();
        assertThat(run("backup", backup, "--data", data.toString())).isZero();
        rot(fileOf(file, data));
        String damaged = folder.resolve("damaged.zip").toString();

        assertThat(run("backup", damaged, "--data", data.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("damaged  " + file).hasLineCount(2);
        assertThat(run("verify", backup)).isZero();
        assertThat(run("verify", damaged)).isEqualTo(3);
        String archive = folder.resolve("archive").toString();
        assertThat(run("export", archive, "--format", "archive", "--data", data.toString()))
                .isEqualTo(3);
        String restored = folder.resolve("restored").toString();
        assertThat(run("restore", damaged, "--data", restored)).isEqualTo(3);
        assertThat(err.toString()).contains("damaged  " + file).hasLineCount(2);
        assertThat(run("status", "--data", data.toString())).isEqualTo(3);
        assertThat(run("doctor", "--data", data.toString())).isEqualTo(3);
    }

    private void aDayLater(ScheduledBackups backups) {
        clock.advance(Duration.ofDays(1));
        backups.run();
    }

    private static List<String> scheduled(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWhole(Path data, MediaAddress address) {
        try {
            return address.isOf(Sha256.of(Files.readAllBytes(fileOf(address, data))));
        } catch (IOException e) {
            return false;
        }
    }

    private static MediaLosses losses(House house) {
        return house.inspection()
                .standing(List.of(), new ScheduledBackups.Report(Optional.empty(), Optional.empty()))
                .losses();
    }

    private static Optional<String> trouble(House house) {
        return house.inspection().checks().stream()
                .filter(check -> check.name().equals("media"))
                .findFirst()
                .flatMap(Check::trouble);
    }

    private static MediaAddress upload(House house, String content) {
        return house.library()
                .upload()
                .handle(new UploadMedia.Command(
                        Actor.operator(),
                        "file.pdf",
                        "",
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
    }

    private static Path fileOf(MediaAddress address, Path data) {
        return data.resolve("media").resolve(address.fileName().substring(0, 2)).resolve(address.fileName());
    }

    private static void rot(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private static House open(Path data) {
        return House.open(config(data));
    }

    private static BlogConfig config(Path data) {
        return BlogConfig.of(data, Settings.read(data, Map.of(), Map.of(), Map.of()));
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        return Main.commandLine(arguments)
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
