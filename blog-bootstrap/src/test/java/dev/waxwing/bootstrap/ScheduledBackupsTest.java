package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.waxwing.application.backup.Retention;
import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.application.upkeep.DutyRoster;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final DutyRoster roster = new InMemoryBlog().storage().duties();
    private House house;
    private ScheduledBackups backups;

    @BeforeEach
    void open() {
        Settings settings = Settings.read(data, Map.of(), Map.of(), Map.of());
        house = House.open(BlogConfig.of(data, settings));
        backups = new ScheduledBackups(data, PLAN, house::backUp, () -> 0, roster, clock);
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
    void a_folder_that_cannot_be_looked_at_is_trouble_and_stops_nobody() throws IOException {
        Path backupFolder = Files.createDirectory(data.resolve("backups"));
        Files.setPosixFilePermissions(backupFolder, Set.of());
        assumeThat(Files.isReadable(backupFolder))
                .as("root may read everything")
                .isFalse();

        assertThat(backups.trouble()).contains("cannot be looked at");
        assertThat(backups.report().newest()).isEmpty();
    }

    @Test
    void the_first_one_too_is_begun_only_where_there_is_room_for_it() throws IOException {
        ScheduledBackups large =
                new ScheduledBackups(data, PLAN, house::backUp, () -> Long.MAX_VALUE / 2, roster, clock);
        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(large::run)
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("not room enough");

        assertThat(files()).isEmpty();
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
        ScheduledBackups broken = new ScheduledBackups(data, PLAN, target -> writeNonsense(), () -> 0, roster, clock);
        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(broken::run).isInstanceOf(BlogException.Invalid.class);

        assertThat(files()).isEmpty();
        assertThat(broken.report().drilled()).isEmpty();
    }

    @Test
    void of_two_nodes_one_makes_the_backup_each_time() throws IOException {
        Path elsewhere = data.resolve("elsewhere");
        clock.advance(Duration.ofMinutes(-10));
        ScheduledBackups other = new ScheduledBackups(elsewhere, PLAN, house::backUp, () -> 0, roster, clock);
        clock.set(NOON);

        backups.run();
        other.run();
        assertThat(files(elsewhere)).isEmpty();

        clock.advance(Duration.ofDays(1));
        other.run();
        backups.run();
        assertThat(files(elsewhere)).containsExactly("blog-20260305T120000Z.zip", "last-drill");
        assertThat(files()).containsExactly("blog-20260304T120000Z.zip", "last-drill");
    }

    @Test
    void of_two_nodes_that_share_the_folder_one_makes_each_backup_and_neither_misses_it() throws IOException {
        clock.advance(Duration.ofMinutes(-10));
        Path shared = Files.createDirectory(data.resolve("backups"));
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("backups"), shared);
        ScheduledBackups other = new ScheduledBackups(elsewhere, PLAN, house::backUp, () -> 0, roster, clock);
        clock.set(NOON);

        other.run();
        backups.run();
        assertThat(files()).containsExactly("blog-20260304T120000Z.zip", "last-drill");

        clock.advance(Duration.ofDays(1));
        Stream.of(backups, other).parallel().forEach(ScheduledBackups::run);
        assertThat(files()).containsExactly("blog-20260304T120000Z.zip", "blog-20260305T120000Z.zip", "last-drill");
        clock.advance(Duration.ofHours(2));
        assertThat(List.of(backups, other)).allMatch(node -> node.trouble().isEmpty());
        assertThat(List.of(backups, other))
                .allMatch(node -> node.report().newest().equals(Optional.of(NOON.plus(Duration.ofDays(1)))));
    }

    @Test
    void a_backup_that_takes_longer_than_a_day_is_begun_by_no_other_node() throws IOException {
        Path elsewhere = data.resolve("elsewhere");
        clock.advance(Duration.ofMinutes(-10));
        ScheduledBackups other = new ScheduledBackups(elsewhere, PLAN, house::backUp, () -> 0, roster, clock);
        AtomicReference<ScheduledBackups> self = new AtomicReference<>();
        ScheduledBackups slow = new ScheduledBackups(
                data,
                PLAN,
                target -> {
                    for (int hour = 0; hour < 30; hour++) {
                        clock.advance(Duration.ofHours(1));
                        self.get().hold();
                        other.run();
                    }
                    house.backUp(target);
                },
                () -> 0,
                roster,
                clock);
        self.set(slow);
        clock.set(NOON);

        slow.run();
        slow.hold();

        assertThat(files(elsewhere)).isEmpty();
        assertThat(files()).containsExactly("blog-20260304T120000Z.zip", "last-drill");
        assertThat(roster.due("backup")).contains(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void a_node_of_which_nothing_is_heard_for_half_a_day_loses_the_backup() throws IOException {
        Path elsewhere = data.resolve("elsewhere");
        clock.advance(Duration.ofMinutes(-10));
        ScheduledBackups other = new ScheduledBackups(elsewhere, PLAN, house::backUp, () -> 0, roster, clock);
        ScheduledBackups silent = new ScheduledBackups(
                data,
                PLAN,
                target -> {
                    clock.advance(Duration.ofHours(12));
                    other.run();
                    house.backUp(target);
                },
                () -> 0,
                roster,
                clock);
        clock.set(NOON);

        silent.run();

        assertThat(files(elsewhere)).containsExactly("blog-20260305T000000Z.zip", "last-drill");
    }

    @Test
    void a_node_misses_no_backup_that_another_has_made() {
        Path elsewhere = data.resolve("elsewhere");
        clock.advance(Duration.ofMinutes(-10));
        ScheduledBackups other = new ScheduledBackups(elsewhere, PLAN, house::backUp, () -> 0, roster, clock);
        clock.set(NOON);
        backups.run();

        clock.advance(Duration.ofHours(12));
        other.run();
        assertThat(other.trouble()).isEmpty();
    }

    @Test
    void a_node_tells_of_the_backup_that_another_has_made() {
        clock.advance(Duration.ofMinutes(-10));
        ScheduledBackups other =
                new ScheduledBackups(data.resolve("elsewhere"), PLAN, house::backUp, () -> 0, roster, clock);
        clock.set(NOON);
        assertThat(other.report().newest()).isEmpty();

        backups.run();

        assertThat(other.report().newest()).contains(NOON);
        assertThat(other.report().drilled()).contains(NOON);
        clock.advance(Duration.ofDays(1));
        other.run();
        assertThat(backups.report().newest()).contains(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void a_backup_that_no_node_makes_is_missed_by_all() {
        Path elsewhere = data.resolve("elsewhere");
        clock.advance(Duration.ofMinutes(-10));
        ScheduledBackups other = new ScheduledBackups(elsewhere, PLAN, target -> refuse(), () -> 0, roster, clock);
        clock.set(NOON);
        backups.run();

        clock.advance(Duration.ofHours(25));
        assertThatThrownBy(other::run).isInstanceOf(BlogException.Unavailable.class);

        assertThat(other.trouble()).contains("there is none");
        assertThat(backups.trouble()).contains("the newest is too old");
    }

    @Test
    void the_roster_is_asked_once_a_minute() {
        AtomicInteger asked = new AtomicInteger();
        DutyRoster counting = new Counting(roster, asked);
        roster.settle("backup", NOON.plus(Duration.ofHours(2)));
        clock.advance(Duration.ofMinutes(-10));
        ScheduledBackups patient = new ScheduledBackups(data, PLAN, house::backUp, () -> 0, counting, clock);
        clock.set(NOON);

        for (int second = 0; second < 120; second++) {
            patient.run();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_backup_that_was_put_off_for_longer_than_the_plan_wants_is_made() throws IOException {
        roster.settle("backup", NOON.plus(Duration.ofDays(30)));

        backups.run();

        assertThat(files()).containsExactly("blog-20260304T120000Z.zip", "last-drill");
        assertThat(backups.trouble()).isEmpty();
    }

    @Test
    void a_clock_that_was_ahead_delays_nothing_and_loses_nothing() throws IOException {
        clock.set(NOON.plus(Duration.ofDays(400)));
        backups.run();
        clock.set(NOON);
        backups.run();

        assertThat(files()).containsExactly("blog-20260304T120000Z.zip", "blog-20270408T120000Z.zip", "last-drill");
        clock.advance(Duration.ofDays(1));
        backups.run();
        assertThat(files()).contains("blog-20260305T120000Z.zip");
    }

    @Test
    void what_one_node_could_not_do_another_does_ten_minutes_later() throws IOException {
        Path elsewhere = data.resolve("elsewhere");
        ScheduledBackups broken = new ScheduledBackups(elsewhere, PLAN, target -> refuse(), () -> 0, roster, clock);
        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(broken::run).isInstanceOf(BlogException.Unavailable.class);
        backups.run();
        assertThat(files(data)).isEmpty();

        clock.advance(Duration.ofMinutes(10));
        backups.run();
        assertThat(files()).containsExactly("blog-20260304T122000Z.zip", "last-drill");
    }

    private static void refuse() {
        throw new BlogException.Unavailable("No room", new IOException("No room"));
    }

    @ParameterizedTest
    @CsvSource({"1x, 3 daily", "0h, 3 daily", "1d, none", "1d, 0 daily"})
    void a_plan_that_cannot_be_understood_is_refused(String every, String keep) {
        Settings settings =
                Settings.read(data, Map.of(), Map.of(), Map.of(Setting.BACKUP_EVERY, every, Setting.BACKUP_KEEP, keep));

        assertThatThrownBy(() -> BackupPlan.of(settings)).isInstanceOf(Refusal.class);
    }

    private record Counting(DutyRoster roster, AtomicInteger asked) implements DutyRoster {
        @Override
        public boolean take(String duty, Instant now, Instant until, Duration longest) {
            asked.incrementAndGet();
            return roster.take(duty, now, until, longest);
        }

        @Override
        public void settle(String duty, Instant due) {
            roster.settle(duty, due);
        }

        @Override
        public Optional<Instant> due(String duty) {
            return roster.due(duty);
        }
    }

    private void writeNonsense() {
        try {
            Files.writeString(data.resolve("backups/blog-20260304T121000Z.zip"), "nonsense");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> files() throws IOException {
        return files(data);
    }

    private static List<String> files(Path data) throws IOException {
        Path backups = data.resolve("backups");
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
