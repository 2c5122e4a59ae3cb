package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.finished.Hits;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsTest {
    private final TrialBlog blog = TrialBlog.watchedWith("a-long-token-of-24-chars");

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void whoever_knows_the_token_reads_them() {
        Visit visit = blog.visit("/metrics").with("Authorization", "Bearer a-long-token-of-24-chars");

        assertThat(visit.text()).isEqualTo("trial_figure 1.0\n");
        assertThat(visit.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(visit.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer ", "Bearer another", "a-long-token-of-24-chars", "Basic a-long-token-of-24-chars"})
    void nothing_else_opens_them_once_readers_find_the_blog_elsewhere(String authorization) {
        Visit visit = blog.visit("/metrics").with("Accept", "text/plain");
        if (!authorization.isEmpty()) {
            visit.with("Authorization", authorization);
        }

        assertThat(visit.status()).isEqualTo(403);
        assertThat(visit.text()).contains("metrics-token").doesNotContain("trial_figure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"})
    void a_blog_at_an_address_of_this_machine_tells_them_to_this_machine(String address) {
        blog.become(at(address));

        assertThat(blog.visit("/metrics").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"})
    void what_a_proxy_passes_on_is_not_this_machine(String header) {
        blog.become(at("http://127.0.0.1:8080"));

        assertThat(blog.visit("/metrics").with(header, "127.0.0.1").status()).isEqualTo(403);
    }

    @Test
    void without_a_token_no_token_opens_them() {
        try (TrialBlog other = TrialBlog.start()) {
            assertThat(other.visit("/metrics").with("Authorization", "Bearer ").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void each_answer_that_is_made_is_told_by_its_route_whatever_visitors_make_up() throws InterruptedException {
        blog.visit("/nothing?made=up").status();
        assertThat(blog.watcher().next()).isEqualTo("GET /{slug} 404");
        blog.visit("/nothing/at/all").method("BREW").status();
        assertThat(blog.watcher().next()).isEqualTo("other none 404");
    }

    @Test
    void what_is_finished_counts_for_itself_by_its_route() throws InterruptedException {
        blog.write("Notes").publish();
        String etag = blog.visit("/notes").header("ETag");
        assertThat(blog.watcher().next()).isEqualTo("GET /{slug} 200");

        blog.visit("/notes?made=up").status();
        blog.visit("/notes").with("If-None-Match", etag).status();
        blog.visit("/livez").status();

        assertThat(blog.watcher().next()).isEqualTo("GET /livez 200");
        assertThat(blog.finished().hits())
                .singleElement()
                .returns("/{slug}", Hits::route)
                .returns(1L, Hits::whole)
                .returns(1L, Hits::unchanged);
        assertThat(blog.finished().misses()).isEqualTo(2);
        assertThat(blog.finished().pages()).isEqualTo(1);
        assertThat(blog.finished().size()).isBetween(1L, blog.finished().capacity());
    }

    @Test
    void whoever_is_not_let_in_is_counted() {
        try (TrialDesk desk = new TrialDesk()) {
            desk.send(Audience.NOBODY, "/admin/sign-in", "email=a@example.org&password=wrong")
                    .status();

            assertThat(desk.blog().watcher().refusedSignIns()).isEqualTo(1);
        }
    }

    private Site at(String address) {
        return Site.of("Trial", "", new WebAddress(address), LanguageTag.ENGLISH, ZoneOffset.UTC, 10);
    }
}
