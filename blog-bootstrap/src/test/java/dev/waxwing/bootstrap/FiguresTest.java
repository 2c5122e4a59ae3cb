package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest {
    private static final Pattern NAME = Pattern.compile("\\b(waxwing|jvm|process|system)_[a-z_]+");

    @TempDir
    private Path data;

    private Blog blog;

    @BeforeEach
    void start() {
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        blog = Blog.start(BlogConfig.of(data, settings), DemoContent::fill);
    }

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void each_line_is_a_comment_or_a_figure_and_each_name_is_explained_once() throws Exception {
        get("/");

        String text = get("/metrics");

        assertThat(text.lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_0-9]+ .+"
                        + "|[a-z_0-9]+(\\{([a-z_]+=\"[^\"]*\",?)+})? ([-+0-9.E]+|NaN|[+-]Inf)"));
        assertThat(text.lines().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates();
        assertThat(text)
                .contains("waxwing_build_info{java=\"" + System.getProperty("java.version") + "\",version=\"")
                .contains("\nwaxwing_ready 1.0\n")
                .contains("\nwaxwing_check_failing{check=\"database\"} 0.0\n")
                .contains("\nwaxwing_check_failing{check=\"backups\"} 0.0\n")
                .contains("\nwaxwing_sign_in_failures_total 0.0\n")
                .contains("\nwaxwing_schedule_late_seconds 0.0\n")
                .contains("\nwaxwing_backup_age_seconds NaN\n")
                .contains("\nwaxwing_database_connections_max 8.0\n")
                .contains("\njvm_threads_live_threads ")
                .contains("\njvm_memory_used_bytes{");
    }

    @Test
    void what_is_made_is_timed_and_what_is_finished_is_counted_by_route() throws Exception {
        get("/archive");
        get("/archive");

        assertThat(told(text -> text.contains("waxwing_http_requests_seconds_count{method=\"GET\",route=\"/archive\"")))
                .contains("waxwing_http_requests_seconds_count{method=\"GET\",route=\"/archive\",status=\"200\"} 1")
                .contains("route=\"/archive\",status=\"200\",le=\"+Inf\"} 1")
                .contains("waxwing_finished_pages_hits_total{route=\"/archive\",status=\"200\"} 1.0")
                .contains("\nwaxwing_finished_pages 1.0\n");
    }

    @Test
    void readers_of_the_changes_are_not_behind_for_long() throws Exception {
        String text = told(figures -> figures.contains("{projection=\"search\"} 0.0")
                && figures.contains("{projection=\"media-removed\"} 0.0"));

        assertThat(text)
                .contains("waxwing_projection_lag_changes{projection=\"search\"} 0.0")
                .contains("waxwing_projection_lag_changes{projection=\"media-use\"} 0.0");
        assertThat(figure(text, "waxwing_changes_total")).isPositive();
        assertThat(figure(text, "waxwing_posts")).isGreaterThan(10);
        assertThat(figure(text, "waxwing_disk_free_bytes")).isPositive();
        assertThat(figure(text, "waxwing_database_size_bytes")).isPositive();
    }

    @Test
    void a_backup_of_the_schedule_is_as_old_as_its_name_says() throws Exception {
        Files.createDirectories(data.resolve("backups"));
        Files.writeString(data.resolve("backups/blog-20260101T000000Z.zip"), "an old one");

        assertThat(figure(get("/metrics"), "waxwing_backup_age_seconds")).isGreaterThan(86_400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "prometheus-alerts.yml"})
    void what_dashboard_and_alerts_ask_for_is_served(String file) throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("../docs/operations", file))) {
            if (line.contains("expr\": ") || line.contains("expr: ") || line.contains("label_values(")) {
                NAME.matcher(line).results().forEach(found -> wanted.add(found.group()));
            }
        }
        get("/");
        System.gc(); // of which the first pause makes its figures

        String text = told(figures -> names(figures).containsAll(wanted));

        assertThat(wanted).hasSizeGreaterThan(10);
        assertThat(names(text)).containsAll(wanted);
    }

    private static Set<String> names(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
    }

    private static double figure(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** The figures once they say so, and otherwise as they are at last: an answer may be read before it is counted. */
    private String told(Predicate<String> expected) throws Exception {
        String text = get("/metrics");
        for (int attempt = 0; attempt < 1_000 && !expected.test(text); attempt++) {
            text = get("/metrics");
        }
        return text;
    }

    private String get(String path) throws IOException, InterruptedException {
        return FinishedJar.get(URI.create("http://127.0.0.1:%d%s".formatted(blog.port(), path)));
    }
}
