package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.backup.Retention;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduledBackupsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final BackupPlan PLAN = new BackupPlan(Optional.of(Duration.ofDays(1)), new Retention(2, 0));

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock(NOON.minus(Duration.ofMinutes(10)));
    private House house;
    private ScheduledBackups backups;

    @BeforeEach
    void open() {
        Settings settings = Settings.read(data, Map.of(), Map.of(), Map.of());
        house = House.open(BlogConfig.of(data, settings));
        backups = new ScheduledBackups(data, PLAN, house::backUp, clock);
        clock.set(NOON);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_backup_is_made_when_it_is_due_and_restored_on_trial() throws IOException {
        backups.run();
        backups.run();

        assertThat(files()).containsExactly("blog-20260304T120000Z.zip", "last-drill");
        assertThat(backups.report().newest()).contains(NOON);
        assertThat(backups.report().drilled()).isPresent();
    }

    @Test
    void a_backup_that_should_be_there_is_missed_an_hour_later() {
        clock.advance(Duration.ofMinutes(59));
        assertThat(backups.trouble()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(backups.trouble()).contains("there is none");

        backups.run();
        assertThat(backups.trouble()).isEmpty();
        clock.advance(Duration.ofHours(24));
        assertThat(backups.trouble()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(backups.trouble()).contains("the newest is too old");
    }

    @Test
    void those_that_need_not_be_kept_go() throws IOException {
        for (int day = 0; day < 3; day++) {
            backups.run();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(files()).containsExactly("blog-20260305T120000Z.zip", "blog-20260306T120000Z.zip", "last-drill");
    }

    @Test
    void a_backup_that_cannot_be_restored_is_not_kept() throws IOException {
        ScheduledBackups broken = new ScheduledBackups(data, PLAN, target -> writeNonsense(), clock);
        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(broken::run).isInstanceOf(BlogException.Invalid.class);

        assertThat(files()).isEmpty();
        assertThat(broken.report().drilled()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1x, 3 daily", "0h, 3 daily", "1d, none", "1d, 0 daily"})
    void a_plan_that_cannot_be_understood_is_refused(String every, String keep) {
        Settings settings =
                Settings.read(data, Map.of(), Map.of(), Map.of(Setting.BACKUP_EVERY, every, Setting.BACKUP_KEEP, keep));

        assertThatThrownBy(() -> BackupPlan.of(settings)).isInstanceOf(Refusal.class);
    }

    private void writeNonsense() {
        try {
            Files.writeString(data.resolve("backups/blog-20260304T121000Z.zip"), "nonsense");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
