package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.site.SecurityContact;
import dev.waxwing.domain.account.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private final TrialBlog blog = TrialBlog.start();
    private Machine program;
    private Member ada;

    @BeforeAll
    void write() {
        blog.write("One").publish();
        ada = Member.of(blog, "Ada", Role.AUTHOR);
        program = Machine.of(blog, "Ben", Role.AUTHOR);
    }

    @AfterAll
    void stop() {
        blog.close();
    }

    private static void isRefused(Visit visit, int status) {
        assertThat(visit.status()).isEqualTo(status);
        assertThat(visit.header("X-Request-Id")).isNotEmpty();
        assertThat(visit.text())
                .contains(visit.header("X-Request-Id"))
                .doesNotContain("Exception", "jetty", "javalin", "jackson");
    }

    @Test
    void a_form_with_a_thousand_fields_is_too_much() {
        String fields = "a=1&".repeat(1_001) + "csrf=" + ada.csrf();

        isRefused(ada.visit("/admin/posts").form(fields), 413);
    }

    @Test
    void a_body_that_no_post_needs_is_too_much() {
        isRefused(ada.visit("/admin/posts").form("csrf=" + ada.csrf() + "&markdown=" + "a".repeat(5_000_000)), 413);
        isRefused(program.post("/posts", "{\"title\": \"" + "a".repeat(5_000_000) + "\"}"), 413);
    }

    @Test
    void a_form_with_very_many_parts_is_too_much() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        byte[] body = (part.repeat(2_000) + "--b--\r\n").getBytes(StandardCharsets.US_ASCII);

        Visit visit = ada.visit("/admin/media").with("X-CSRF-Token", ada.csrf());

        assertThat(visit.post(body, "multipart/form-data; boundary=b").status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\ncut",
                "--b\r\nno header\r\n\r\n",
                "--another--",
                ""
            })
    void a_form_in_parts_that_is_none_is_the_fault_of_the_client(String body) {
        Visit visit = ada.visit("/admin/media").with("X-CSRF-Token", ada.csrf());

        assertThat(visit.post(body.getBytes(StandardCharsets.US_ASCII), "multipart/form-data; boundary=b")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void json_that_is_deeper_than_anything_here_is_refused() {
        isRefused(program.post("/posts", "{\"tags\": " + "[".repeat(21) + "]".repeat(21) + "}"), 422);
        isRefused(program.post("/posts", "[".repeat(100_000)), 422);
        isRefused(program.post("/posts", "{\"a\":".repeat(100_000)), 422);
        isRefused(program.post("/posts", "{\"title\": " + "9".repeat(2_000) + "}"), 422);
    }

    @ParameterizedTest
    @CsvSource({
        "/page/999999, 404",
        "/page/1000000, 404",
        "/page/99999999999999999999, 404",
        "/page/0, 404",
        "/tags/java/page/999999, 404",
        "/archive/2026/page/999999, 404",
        "/archive/999999999, 404",
        "/search?q=x&page=99999999999, 404"
    })
    void a_page_that_nobody_has_written_is_not_there(String path, int status) {
        isRefused(blog.visit(path), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=1e9", "limit=-1"})
    void a_list_for_programs_takes_no_other_bounds(String query) {
        isRefused(program.get("/posts?" + query), 422);
    }

    @Test
    void a_query_of_very_many_parts_is_answered_by_the_client_s_fault_or_not_at_all() {
        assertThat(blog.visit("/search?" + "q=x&".repeat(3_000)).status()).isBetween(200, 499);
        assertThat(blog.visit("/search?" + "q=x&".repeat(5_000)).status()).isEqualTo(414);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html, </html>",
        "application/problem+json, application/problem+json, '\"status\":400'",
        "application/json, application/problem+json, '\"status\":400'",
        "text/plain, text/plain, 400 Bad Request",
        "*/*, text/plain, 400 Bad Request"
    })
    void what_never_reaches_the_site_is_answered_as_the_client_likes_best(String accept, String type, String words) {
        Visit visit = blog.visit("/a%2Fb").with("Accept", accept);

        isRefused(visit, 400);
        assertThat(visit.header("Content-Type")).startsWith(type);
        assertThat(visit.text()).contains(words);
        assertThat(visit.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void whoever_finds_a_weakness_is_told_where_to_tell_it_if_that_is_known() {
        isRefused(blog.visit("/.well-known/security.txt"), 404);

        try (TrialBlog other = TrialBlog.startWith(SecurityContact.of("security@blog.example"))) {
            assertThat(other.visit("/.well-known/security.txt").text()).isEqualToNormalizingNewlines("""
                            Contact: mailto:security@blog.example
                            Expires: 2026-08-28T00:00:00Z
                            Preferred-Languages: en
                            Canonical: https://blog.example/.well-known/security.txt
                            """);

            other.clock().advance(Duration.ofDays(200));
            assertThat(other.visit("/.well-known/security.txt").text()).contains("Expires: 2027-03-16T00:00:00Z");
        }
    }
}
