package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolTest {
    private static final String[] PAGES = {"/", "/one", "/tags", "/archive", "/search", "/feed.atom", "/feed.json"};

    private final TrialBlog blog = TrialBlog.start();

    @BeforeAll
    void write() {
        blog.write("One").tagged("Birds").publish();
    }

    @AfterAll
    void stop() {
        blog.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/one", "/feed.atom", "/nope", "/robots.txt", "/page/1", "/a%2Fb"})
    void every_answer_forbids_what_it_does_not_need(String path) {
        Visit visit = blog.visit(path);

        assertThat(visit.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("base-uri 'none'", "form-action", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(visit.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(visit.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(visit.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(visit.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(visit.header("Server")).isEmpty();
        assertThat(visit.header("Set-Cookie")).isEmpty();
        assertThat(visit.header("X-Request-Id")).matches("[0-9a-z]{12}");
    }

    @Test
    void each_request_has_a_number_of_its_own_whatever_the_client_sends() {
        String first = blog.visit("/").with("X-Request-Id", "mine").header("X-Request-Id");

        assertThat(first).isNotEqualTo("mine");
        assertThat(blog.visit("/").header("X-Request-Id")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/one", "/tags", "/archive", "/feed.atom", "/feed.json", "/sitemap.xml"})
    void who_has_the_page_is_not_sent_it_again(String path) {
        String etag = blog.visit(path).header("ETag");

        assertThat(etag).matches("\"[0-9a-f]{24}\"");
        for (String tags : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            Visit again = blog.visit(path).with("If-None-Match", tags);
            assertThat(again.status()).as(tags).isEqualTo(304);
            assertThat(again.bytes()).as(tags).isEmpty();
            assertThat(again.header("ETag")).as(tags).isEqualTo(etag);
        }
        assertThat(blog.visit(path).with("If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void a_page_that_changes_has_another_tag() {
        String before = blog.visit("/tags").header("ETag");
        blog.write("Two").tagged("Fish").publish();

        assertThat(blog.visit("/tags").header("ETag")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip;q=1.0", "br, gzip;q=0.5", "*", "GZIP"})
    void pages_are_packed_for_those_who_can_unpack_them(String accepted) {
        Visit packed = blog.visit("/one").with("Accept-Encoding", accepted);

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(packed.header("ETag")).isNotEqualTo(blog.visit("/one").header("ETag"));
        assertThat(packed.text()).isEqualTo(blog.visit("/one").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "identity", "gzip;q=0, *", "br", "gzip;q=abc", ";;;,,"})
    void pages_are_not_packed_for_others(String accepted) {
        Visit plain = blog.visit("/one").with("Accept-Encoding", accepted);

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/one",
                "/tags",
                "/feed.atom",
                "/nope",
                "/robots.txt",
                "/page/1",
                "/page/abc",
                "/search?q=x",
                "/livez"
            })
    void head_is_get_without_the_body(String path) {
        Visit head = blog.visit(path).method("HEAD");
        Visit get = blog.visit(path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.bytes()).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "ETag", "Location", "Vary", "Cache-Control")) {
            assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "BREW"})
    void what_is_there_to_be_read_takes_no_other_method(String method) {
        Visit visit = blog.visit("/one").method(method);

        assertThat(visit.status()).isEqualTo(405);
        assertThat(visit.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void trace_is_refused() throws IOException {
        assertThat(blog.raw("TRACE / HTTP/1.1\r\nHost: blog.example\r\nX-Secret: s\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .doesNotContain("X-Secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/one", "/feed.atom", "/feed.rss", "/feed.json", "/sitemap.xml", "/page/1", "/one/", "/nope"
            })
    void the_name_a_client_calls_the_server_by_is_never_repeated(String path) throws IOException {
        String answer = blog.raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-Proto: gopher\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 ")
                .doesNotContain("evil.example")
                .doesNotContain("gopher");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%zz",
                "/%00",
                "/%c0%ae%c0%ae/",
                "/a%2Fb",
                "/..%2f..%2fetc",
                "/%2e%2e/",
                "//",
                "/a//b",
                "/;x=y",
                "/a;b/../c",
                "/\\..\\",
                "/one\u0001",
                "/search?q=%",
                "/search?q=%zz",
                "/search?q=%ff",
                "/search?q=%00",
                "/search?q=x&page=-1",
                "/search?q=x&page=abc",
                "/page/-1",
                "/archive/99999",
                "*",
                "one"
            })
    void a_bad_address_is_the_fault_of_the_client(String target) throws IOException {
        assertThat(blog.raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
                .doesNotContain("Exception", "jetty", "Jetty");
    }

    @Test
    void what_is_too_large_is_refused() throws IOException {
        String words = "a".repeat(20_000);

        assertThat(blog.raw("GET /search?q=" + words + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(blog.raw("GET / HTTP/1.1\r\nHost: x\r\nCookie: " + words + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(blog.visit("/search?q=" + "a".repeat(10_000)).status()).isEqualTo(400);
    }

    @Test
    void a_request_that_is_none_gets_a_line_of_text() throws IOException {
        assertThat(blog.raw("HELLO\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("text/plain")
                .contains("400 Bad Request");
    }

    @Test
    void nothing_is_set_for_readers_to_be_known_again() {
        for (String page : PAGES) {
            assertThat(blog.visit(page).header("Set-Cookie")).as(page).isEmpty();
            assertThat(blog.visit(page).header("Cache-Control")).as(page).startsWith("public");
        }
    }
}
