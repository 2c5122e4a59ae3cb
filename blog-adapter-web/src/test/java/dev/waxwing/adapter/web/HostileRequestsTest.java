package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.site.ChangeSettings;
import dev.waxwing.application.site.SettingsView;
import dev.waxwing.application.site.SiteUseCases;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.site.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that other blogs have fallen for (docs/failure-classes.md), sent to this one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.ADMINISTRATOR);
    private final Member bob = Member.of(blog, "Bob", Role.CONTRIBUTOR);

    @BeforeAll
    void write() {
        blog.write("One").tagged("Birds").publish();
    }

    @AfterAll
    void stop() {
        blog.close();
    }

    static Stream<String> waysUp() {
        return Stream.of(
                        "../",
                        "..%2f",
                        "..%2F",
                        "%2e%2e/",
                        "%2e%2e%2f",
                        "%2E%2E%2F",
                        ".%2e/",
                        "%252e%252e%252f",
                        "..%252f",
                        "..%5c",
                        "..\\",
                        "%2e%2e%5c",
                        "..%c0%af",
                        "%c0%ae%c0%ae/",
                        "..%ef%bc%8f",
                        "....//",
                        "..;/",
                        "..%00/",
                        "/..",
                        "%2f..%2f")
                .flatMap(up -> Stream.of("/media/", "/assets/", "/assets/desk/", "/admin/media/")
                        .map(folder -> folder + up.repeat(4) + "etc/passwd"));
    }

    @ParameterizedTest
    @MethodSource("waysUp")
    void no_path_leads_out_of_a_folder(String path) throws IOException {
        assertThat(blog.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.1 (4\\d\\d|30[1-8]) .*")
                .doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "//evil.example/tags/",
                "/\\evil.example/",
                "/%5Cevil.example/",
                "/%09/evil.example/",
                "/tags//evil.example/",
                "///evil.example",
                "/.//evil.example/"
            })
    void no_answer_leads_to_another_site(String path) throws IOException {
        assertThat(blog.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .doesNotContainPattern("(?im)^location:\\s*(/[/\\\\]|https?:|[^/\\s])");
    }

    /** Whose length is said in two ways, or in one that proxies read otherwise (RFC 9112, section 6.3). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "Content-Length: +5\r\n\r\nhello",
                "Content-Length: 5, 6\r\n\r\nhello",
                "Content-Length: 0x5\r\n\r\nhello",
                "Content-Length: -5\r\n\r\nhello",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /admin HTTP/1.1\r\nHost: x\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5;x\r\nhello\r\nzz\r\n",
                "X-One: a\r\n folded: b\r\n\r\n",
                "X-One: a\rX-Two: b\r\n\r\n",
                "X One: a\r\n\r\n"
            })
    void a_request_whose_end_is_a_matter_of_opinion_is_refused_and_nothing_follows_it(String rest) throws IOException {
        String answer = blog.raw("POST /one HTTP/1.1\r\nHost: x\r\n" + rest);

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSize(2);
    }

    /** A header of the request that changes what is kept for others has poisoned it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: application/json",
                "Accept-Language: de",
                "Authorization: Bearer x",
                "Cache-Control: no-cache",
                "CF-Connecting-IP: 127.0.0.1",
                "Client-IP: 127.0.0.1",
                "Cookie: __Host-waxwing-session=x",
                "Cookie: theme=<x-mark>",
                "DNT: 1",
                "Forwarded: for=127.0.0.1;host=evil.example;proto=gopher",
                "Front-End-Https: on",
                "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT",
                "Origin: https://evil.example",
                "Pragma: no-cache",
                "Referer: https://evil.example/",
                "Save-Data: on",
                "Sec-CH-UA-Mobile: ?1",
                "Sec-Fetch-Dest: script",
                "True-Client-IP: 127.0.0.1",
                "User-Agent: Mobile",
                "Via: evil.example",
                "X-Cluster-Client-IP: 127.0.0.1",
                "Accept-Charset: utf-7",
                "Accept-Datetime: Sat, 01 Jan 2050 00:00:00 GMT",
                "Base-Url: https://evil.example",
                "Content-Type: text/x-mark",
                "Destination: https://evil.example/",
                "Fastly-Client-IP: 127.0.0.1",
                "Fastly-SSL: 1",
                "If-Match: \"x\"",
                "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
                "If-Range: \"x\"",
                "Link: <https://evil.example/>; rel=canonical",
                "Max-Forwards: 0",
                "Proxy: http://evil.example",
                "Proxy-Host: evil.example",
                "Range: bytes=0-9",
                "Sec-Fetch-Site: cross-site",
                "Sec-GPC: 1",
                "TE: trailers",
                "Upgrade-Insecure-Requests: 1",
                "X-Forwarded: for=127.0.0.1",
                "X-Forwarded-By: evil.example",
                "X-Forwarded-SSL: on",
                "X-Forwarded-URI: /admin",
                "X-HTTP-Method: DELETE",
                "X-Original-Host: evil.example",
                "X-Original-Remote-Addr: 127.0.0.1",
                "X-Oversized-Header: <x-mark>",
                "X-ProxyUser-Ip: 127.0.0.1",
                "X-Request-Id: <x-mark>",
                "X-Timer: S1,VS0,VE0",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Path: /admin",
                "X-Forwarded-Port: 666",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Scheme: gopher",
                "X-Forwarded-Server: evil.example",
                "X-Host: evil.example",
                "X-HTTP-Method-Override: DELETE",
                "X-HTTP-Host-Override: evil.example",
                "X-Method-Override: DELETE",
                "X-Original-URL: /admin",
                "X-Preview: 1",
                "X-Real-IP: 127.0.0.1",
                "X-Requested-With: XMLHttpRequest",
                "X-Rewrite-URL: /admin",
                "X-WAP-Profile: https://evil.example/"
            })
    void no_header_changes_what_readers_get(String header) {
        String name = header.substring(0, header.indexOf(':'));
        String value = header.substring(name.length() + 2);
        for (String path : new String[] {"/", "/one", "/tags/birds", "/search?q=one", "/nothing-here"}) {
            forgetPages();
            Visit plain = asBrowser(path);
            assertThat(plain.status()).isBetween(200, 404);
            forgetPages();
            Visit changed = name.equals("Accept")
                    ? blog.visit(path).with(name, value)
                    : asBrowser(path).with(name, value);
            assertThat(changed.header("Set-Cookie")).isEmpty();
            Visit next = asBrowser(path);
            if (!changed.header("Cache-Control").contains("no-store")) {
                isSame(changed, plain, path + " with " + header);
            }
            isSame(next, plain, path + " after one with " + header);
        }
    }

    private Visit asBrowser(String path) {
        return blog.visit(path).with("Accept", "text/html");
    }

    /** But for its number, which a page that is kept does not have. */
    private static void isSame(Visit visit, Visit plain, String what) {
        assertThat(visit.status()).as(what).isEqualTo(plain.status());
        assertThat(visit.header("Location")).as(what).isEqualTo(plain.header("Location"));
        assertThat(withoutNumber(visit)).as(what).isEqualTo(withoutNumber(plain));
    }

    private static String withoutNumber(Visit visit) {
        return visit.text().replace(visit.header("X-Request-Id"), "number");
    }

    /** So that the next request is not answered from what the one before has left: settings are on all pages. */
    private void forgetPages() {
        SiteUseCases site = blog.blog().siteUseCases(blog::site, blog.clock());
        SettingsView now = site.read().handle(TrialBlog.OWNER);
        Settings others = now.settings().listing(now.settings().postsPerPage() == 10 ? 11 : 10);
        site.change().handle(new ChangeSettings.Command(TrialBlog.OWNER, now.version(), others));
        assertThat(blog.finished().pages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/x.css",
                "/admin/account/x.png",
                "/admin/account;x.css",
                "/admin/posts/x.js",
                "/admin/account%2Fx.css",
                "/admin/account/.css"
            })
    void no_page_of_the_desk_is_kept_because_its_address_looks_like_a_file(String path) {
        Visit visit = ada.visit(path);

        assertThat(visit.status()).isBetween(400, 499);
        assertThat(visit.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visit.text()).doesNotContain("ada@blog.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1",
                "1abc",
                "0x1",
                "99999999999999999999",
                "null",
                "true",
                "[]",
                "%5B1%5D",
                "1e9",
                "00000000",
                "'%20OR%201=1--",
                "%00"
            })
    void an_identity_that_is_none_finds_nothing(String id) throws IOException {
        for (String path : new String[] {
            "/admin/posts/%s", "/admin/posts/%s/revisions", "/admin/accounts/%s", "/admin/media/%s", "/preview/%s"
        }) {
            assertThat(blog.raw("GET %s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path.formatted(id), ada.cookie())))
                    .as(path)
                    .startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void fields_that_a_form_does_not_have_change_nothing() {
        PostId post = draftOfBob();
        Post.State before = blog.blog().posts().get(post).state();

        bob.send(
                        "/admin/posts/" + post,
                        Map.ofEntries(
                                Map.entry("title", "Mine"),
                                Map.entry("markdown", "Words"),
                                Map.entry("language", "en"),
                                Map.entry("version", "1"),
                                Map.entry("revision", "1"),
                                Map.entry("act", "save"),
                                Map.entry("status", "PUBLISHED"),
                                Map.entry("publishedAt", "2001-01-01T00:00:00Z"),
                                Map.entry("id", "00000000-0000-7000-8000-000000000000"),
                                Map.entry("role", "ADMINISTRATOR"),
                                Map.entry("kind", "PAGE")))
                .status();
        Map<String, String> password = Map.of(
                "present",
                "seven quiet lakes",
                "password",
                "eight quiet rivers",
                "role",
                "ADMINISTRATOR",
                "account",
                ada.account().toString());
        assertThat(bob.send("/admin/account/password", password).status()).isEqualTo(303);

        Post.State after = blog.blog().posts().get(post).state();
        assertThat(after.newest().content().title().value()).isEqualTo("Mine");
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.publishedAt()).isEqualTo(before.publishedAt());
        assertThat(after.authors()).isEqualTo(before.authors());
        assertThat(blog.blog().accounts().get(bob.account()).state().role()).isEqualTo(Role.CONTRIBUTOR);
    }

    private PostId draftOfBob() {
        Visit visit = bob.send("/admin/posts", Map.of("title", "Of Bob", "markdown", "Words", "language", "en"));
        return PostId.parse(visit.header("Location").replaceFirst(".*/", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-java-serialized-object",
                "application/octet-stream",
                "application/xml",
                "text/plain",
                "multipart/form-data"
            })
    void a_body_of_a_kind_that_nobody_asked_for_is_refused(String type) {
        byte[] serialised = {(byte) 0xAC, (byte) 0xED, 0, 5, 's', 'r', 0, 1, 'x'};
        Machine program = Machine.of(blog, "Eve" + type.replaceAll("[^a-z]", ""), Role.EDITOR);

        assertThat(program.get("/posts").send("POST", serialised, type).status())
                .isBetween(400, 499);
        assertThat(ada.visit("/admin/tags/birds").post(serialised, type).status())
                .isBetween(400, 499);
    }

    @Test
    void a_body_that_is_packed_is_not_unpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"title\": \"Packed\", \"markdown\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        }
        Machine program = Machine.of(blog, "Packer", Role.EDITOR);

        Visit refused = program.get("/posts")
                .with("Content-Encoding", "gzip")
                .send("POST", packed.toByteArray(), "application/json");

        assertThat(refused.status()).isBetween(400, 499);
    }

    @Test
    void a_link_with_a_secret_leads_to_the_blog_whatever_the_request_calls_it() {
        Visit visit = ada.visit("/admin/accounts/" + bob.account() + "/link")
                .with("X-Forwarded-Host", "evil.example")
                .with("Forwarded", "host=evil.example")
                .with("X-Forwarded-Proto", "gopher")
                .form("csrf=" + ada.csrf());

        assertThat(visit.page().select("#link").val())
                .startsWith(blog.site().address().value() + "/admin/password/");
        assertThat(visit.text()).doesNotContain("evil.example", "gopher");
    }

    @Test
    void nothing_that_readers_get_names_an_account() {
        for (String path : new String[] {
            "/",
            "/one",
            "/authors/ada",
            "/?author=1",
            "/authors/1",
            "/feed.atom",
            "/feed.rss",
            "/feed.json",
            "/sitemap.xml",
            "/search?q=example",
            "/search?q=ada",
            "/tags/birds",
            "/archive",
            "/api/v1/openapi.json",
            "/admin/sign-in",
            "/wp-json/wp/v2/users",
            "/robots.txt"
        }) {
            assertThat(blog.visit(path).text())
                    .as(path)
                    .doesNotContain(
                            "ada@blog.example",
                            "bob@blog.example",
                            ada.account().toString());
        }
    }

    @Test
    void numbers_beyond_all_reason_are_refused_or_end_the_list() {
        for (String path : new String[] {
            "/page/999999999",
            "/page/99999999999999999999",
            "/page/-1",
            "/page/1e9",
            "/tags/birds/page/1000000000",
            "/search?q=one&page=2147483648",
            "/archive/2147483648",
            "/sitemap-999999999.xml"
        }) {
            assertThat(blog.visit(path).status()).as(path).isBetween(400, 499);
        }
        Machine program = Machine.of(blog, "Cyd", Role.EDITOR);
        for (String query : new String[] {"limit=1000000000", "limit=-1", "limit=0", "limit=x", "after=x"}) {
            assertThat(program.get("/posts?" + query).status()).as(query).isBetween(200, 499);
        }
        assertThat(program.post("/posts", "{\"title\": \"%s\", \"markdown\": \"x\"}".formatted("x".repeat(1_000_000)))
                        .status())
                .isEqualTo(422);
    }
}
