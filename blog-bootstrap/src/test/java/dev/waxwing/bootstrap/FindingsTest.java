package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.application.backup.Retention;
import dev.waxwing.bootstrap.Finding.Level;
import dev.waxwing.bootstrap.ScheduledBackups.Report;
import dev.waxwing.bootstrap.Standing.Content;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final long GIBIBYTE = 1L << 30;
    private static final BackupPlan DAILY = new BackupPlan(Optional.of(Duration.ofDays(1)), new Retention(2, 0));
    private static final Running RUNNING =
            new Running("1.2.3", "21", NOON.minus(Duration.ofHours(3)), "https://blog.example", GIBIBYTE);
    private static final Content CONTENT =
            new Content(1_234, 99, Map.of("search", 0L), Optional.of(NOON.plus(Duration.ofDays(1))));
    private static final Report BACKED_UP =
            new Report(Optional.of(NOON.minus(Duration.ofHours(5))), Optional.of(NOON.minus(Duration.ofHours(5))));

    @TempDir
    private Path folder;

    @Test
    void a_blog_that_does_well_is_told_in_facts() {
        List<Finding> findings = Findings.of(RUNNING, standing(List.of(), CONTENT, BACKED_UP, 5 * GIBIBYTE), DAILY);

        assertThat(findings).extracting(Finding::level).containsOnly(Level.OK);
        assertThat(findings)
                .extracting(finding -> finding.name() + ": " + finding.words())
                .containsExactly(
                        "server: Waxwing 1.2.3 on Java 21, since 2026-03-04T09:00:00Z (3 h" + " ago)",
                        "address: https://blog.example",
                        "memory: 1.0 GiB for Java",
                        "posts: 1,234 published, the next appears at 2026-03-05T12:00:00Z",
                        "database: embedded, 2.0 MiB",
                        "search: knows every change",
                        "disk: 5.0 GiB free",
                        "backups: the newest is of 2026-03-04T07:00:00Z (5 h ago)",
                        "restore: last tried with a backup at 2026-03-04T07:00:00Z (5 h ago)");
    }

    @Test
    void what_fails_is_named_once_with_what_to_do() {
        List<Check> checks = List.of(
                new Check("database", Loss.READING, Optional.of("does not answer")),
                new Check("disk", Loss.LESS, Optional.of("full, takes no changes")),
                new Check("backups", Loss.LESS, Optional.of("the newest is too old")),
                new Check("search", Loss.LESS, Optional.of("failed at the last attempt, and is tried again")));
        Standing now = new Standing(
                NOON, checks, Optional.empty(), BACKED_UP, Optional.empty(), 0, MediaLosses.NONE, Optional.empty());

        List<Finding> findings = Findings.of(RUNNING, now, DAILY);

        assertThat(findings).extracting(Finding::name).doesNotHaveDuplicates();
        assertThat(findings)
                .filteredOn(finding -> finding.level() == Level.WRONG)
                .extracting(Finding::name)
                .containsExactly("server", "database", "disk");
        assertThat(findings)
                .filteredOn(finding -> finding.level() == Level.WARNING)
                .extracting(Finding::name)
                .containsExactly("backups", "search");
        assertThat(findings)
                .filteredOn(finding -> finding.level() != Level.OK)
                .noneMatch(finding -> finding.advice().isEmpty());
    }

    @Test
    void what_may_become_wrong_is_a_warning() {
        Content behind = new Content(0, 9_999, Map.of("search", 5_000L), Optional.of(NOON.minus(Duration.ofDays(1))));
        Report old =
                new Report(Optional.of(NOON.minus(Duration.ofDays(3))), Optional.of(NOON.minus(Duration.ofDays(9))));
        Running small = new Running("1.2.3", "21", NOON, "https://blog.example", 64 << 20);

        assertThat(Findings.of(small, standing(List.of(), behind, old, GIBIBYTE / 2), DAILY))
                .filteredOn(finding -> finding.level() == Level.WARNING)
                .extracting(Finding::name)
                .containsExactly("memory", "posts", "search", "disk", "backups", "restore");
    }

    @Test
    void a_node_that_makes_no_backups_is_content_with_those_of_another() {
        BackupPlan never = new BackupPlan(Optional.empty(), new Retention(2, 0));
        Report old =
                new Report(Optional.of(NOON.minus(Duration.ofDays(3))), Optional.of(NOON.minus(Duration.ofDays(3))));

        assertThat(backups(BACKED_UP, never))
                .isEqualTo(Finding.ok(
                        "backups", "none are made by this server; the newest is of 2026-03-04T07:00:00Z (5 h ago)"));
        assertThat(backups(old, never)).returns(Level.WARNING, Finding::level);
    }

    private static Finding backups(Report report, BackupPlan plan) {
        return Findings.of(RUNNING, standing(List.of(), CONTENT, report, 5 * GIBIBYTE), plan).stream()
                .filter(finding -> finding.name().equals("backups"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_database_that_may_lose_what_was_acknowledged_is_a_warning() {
        Standing now = new Standing(
                NOON,
                List.of(),
                Optional.of(CONTENT),
                BACKED_UP,
                Optional.empty(),
                5 * GIBIBYTE,
                MediaLosses.NONE,
                Optional.of("fsync is off"));

        assertThat(Findings.of(RUNNING, now, DAILY))
                .filteredOn(finding -> finding.level() == Level.WARNING)
                .extracting(Finding::name, Finding::words)
                .containsExactly(tuple("durability", "fsync is off"));
    }

    @Test
    void what_a_server_writes_a_command_reads() {
        Finding finding = Finding.warning("disk", "words\twith\na tab", "Make room.");

        assertThat(Finding.ofLine(finding.line())).isEqualTo(Finding.warning("disk", "words with a tab", "Make room."));
        assertThatThrownBy(() -> Finding.ofLine("OK\tdisk")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_server_the_folder_tells_and_no_server_is_a_warning() {
        House.open(config(Map.of())).close();

        List<Finding> findings = new Inquiry(config(Map.of())).findings();

        assertThat(findings).first().returns(Findings.SERVER, Finding::name).returns(Level.WARNING, Finding::level);
        assertThat(findings).extracting(Finding::words).contains("0 published, none scheduled");
        assertThat(folder.resolve("search")).doesNotExist();
    }

    @Test
    void looking_at_a_folder_without_a_blog_makes_none() {
        assertThat(new Inquiry(config(Map.of())).findings())
                .filteredOn(finding -> finding.name().equals("database"))
                .first()
                .returns(Level.WARNING, Finding::level)
                .returns("there are no tables of a blog, or their last change was interrupted", Finding::words);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tables_of_an_older_program_are_told_and_not_changed() throws SQLException {
        House.open(config(Map.of())).close();
        execute(
                "jdbc:h2:journaled:async:" + folder.resolve("blog"),
                "DELETE FROM \"waxwing_schema_history\" WHERE CAST(\"version\" AS INTEGER) > 12");

        for (int asked = 0; asked < 2; asked++) {
            List<Finding> findings = new Inquiry(config(Map.of())).findings();

            assertThat(findings).extracting(Finding::name).containsExactly(Findings.SERVER, "database");
            assertThat(findings.get(1).words())
                    .startsWith("the tables are of schema 12, and this program's are of schema ");
        }
    }

    @Test
    void a_search_index_that_another_process_has_open_is_said_in_words() {
        Content unknown = new Content(0, 9, Map.of(), Optional.empty());

        assertThat(Findings.of(RUNNING, standing(List.of(), unknown, BACKED_UP, 5 * GIBIBYTE), DAILY))
                .filteredOn(finding -> finding.level() == Level.WARNING)
                .extracting(Finding::name)
                .containsExactly("search");
    }

    @Test
    void a_server_is_asked_and_tells_where_it_is_and_nothing_is_left_in_the_folder() {
        try (Blog blog = Blog.start(config(Map.of(Setting.PORT, "0")))) {
            List<Finding> findings = new Inquiry(config(Map.of())).findings();

            assertThat(findings).first().satisfies(server -> {
                assertThat(server.level()).isEqualTo(Level.OK);
                assertThat(server.words()).contains(Version.current());
            });
            assertThat(findings).contains(Finding.ok("address", blog.address().value()));
            assertThat(folder.resolve("requests")).isEmptyDirectory();
        }
        assertThat(folder.resolve("requests")).doesNotExist();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private BlogConfig config(Map<Setting, String> flags) {
        return BlogConfig.of(folder, Settings.read(folder, Map.of(), Map.of(), flags));
    }

    private static Standing standing(List<Check> checks, Content content, Report backups, long free) {
        return new Standing(
                NOON,
                checks,
                Optional.of(content),
                backups,
                Optional.of(2L << 20),
                free,
                MediaLosses.NONE,
                Optional.empty());
    }
}
