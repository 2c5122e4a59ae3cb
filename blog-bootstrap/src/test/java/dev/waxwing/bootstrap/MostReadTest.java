package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.domain.redirect.SitePath;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MostReadTest {
    private static final Pattern FINISHED_TWO_OR_MORE = Pattern.compile("(?m)^waxwing_finished_pages ([2-9]|\\d\\d)");

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SitePath FRONT = new SitePath("/");
    private static final SitePath POST = new SitePath("/größe");
    private static final SitePath FEED = new SitePath("/feed.atom");

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock(NOON);
    private final List<SitePath> asked = new ArrayList<>();
    private List<SitePath> read = List.of();

    private MostRead started() {
        return new MostRead(data, most -> read.stream().limit(most).toList(), asked::add, clock);
    }

    private void steps(MostRead mostRead, int times) {
        IntStream.range(0, times).forEach(step -> mostRead.step());
    }

    @Test
    void after_a_start_what_was_read_most_is_asked_for_once_in_that_order() {
        read = List.of(FRONT, POST, FEED);
        started().write();

        steps(started(), 10);

        assertThat(asked).containsExactly(FRONT, POST, FEED);
    }

    @Test
    void nothing_is_asked_for_where_no_list_is() {
        steps(started(), 3);

        assertThat(asked).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void of_a_broken_list_the_lines_that_are_addresses_are_asked_for() throws IOException {
        Files.write(data.resolve(MostRead.FILE), List.of("", "/../etc", "http://example.org/", "/a%zz", "/feed.atom"));
        steps(started(), 10);
        assertThat(asked).containsExactly(FEED);

        Files.write(data.resolve(MostRead.FILE), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, '\n'});
        steps(started(), 10);
        assertThat(asked).containsExactly(FEED);
    }

    @Test
    void no_more_than_a_hundred_are_written_or_asked_for() throws IOException {
        read = IntStream.range(0, 150).mapToObj(i -> new SitePath("/post-" + i)).toList();
        started().write();
        assertThat(Files.readAllLines(data.resolve(MostRead.FILE))).hasSize(MostRead.MOST);

        Files.write(data.resolve(MostRead.FILE), Collections.nCopies(100_000, "/feed.atom"));
        steps(started(), 200);
        assertThat(asked).hasSize(MostRead.MOST);
    }

    @Test
    void it_is_written_every_ten_minutes() throws IOException {
        MostRead mostRead = started();
        read = List.of(POST);
        mostRead.step();
        assertThat(data.resolve(MostRead.FILE)).doesNotExist();

        clock.set(NOON.plus(Duration.ofMinutes(10)));
        mostRead.step();

        assertThat(data.resolve(MostRead.FILE)).hasContent("/gr%C3%B6%C3%9Fe");
        assertThat(data).isDirectoryNotContaining("glob:**.part");
        Files.delete(data.resolve(MostRead.FILE));
        mostRead.step();
        assertThat(data.resolve(MostRead.FILE)).doesNotExist();
    }

    @Test
    void a_short_life_forgets_nothing() {
        read = List.of(FRONT, POST, FEED);
        started().write();
        MostRead shortLived = started();
        shortLived.step();

        read = List.of(FRONT);
        shortLived.write();

        asked.clear();
        steps(started(), 10);
        assertThat(asked).containsExactly(FRONT, POST, FEED);
    }

    @Test
    void a_list_that_cannot_be_written_is_no_fault() throws IOException {
        Files.createDirectories(data.resolve(MostRead.FILE).resolve("in the way"));
        read = List.of(FRONT);

        started().write();

        assertThat(data.resolve(MostRead.FILE)).isDirectory();
    }

    @Test
    void a_blog_that_starts_again_has_its_most_read_pages_finished_before_anybody_asks() throws IOException {
        try (Blog blog = DemoBlog.start(data)) {
            for (int i = 0; i < 3; i++) {
                page(blog, "/");
                page(blog, "/tags");
            }
        }
        assertThat(Files.readAllLines(data.resolve(MostRead.FILE))).contains("/", "/tags");

        try (Blog blog = DemoBlog.start(data)) {
            while (!FINISHED_TWO_OR_MORE.matcher(page(blog, "/metrics")).find()) {
                Thread.onSpinWait();
            }
        }
    }

    private static String page(Blog blog, String path) throws IOException {
        try (var page =
                URI.create("http://127.0.0.1:" + blog.port() + path).toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
