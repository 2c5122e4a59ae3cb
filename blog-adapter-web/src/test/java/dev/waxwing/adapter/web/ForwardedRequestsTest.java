package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.audit.AuditEntry;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForwardedRequestsTest {
    private static final String WRONG = "email=editor@example.org&password=wrong";

    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, 203.0.113.50", "none, 127.0.0.1", "10.0.0.0/8, 127.0.0.1"})
    void the_audit_trail_believes_the_proxies_that_are_named_and_no_others(String proxies, String origin) {
        try (TrialDesk desk = new TrialDesk(TrialBlog.startBehind(TrustedProxies.of(proxies)))) {
            desk.visit(Audience.ADMINISTRATOR, "/admin/accounts/" + desk.account(Audience.EDITOR) + "/suspend")
                    .with("X-Forwarded-For", "6.6.6.6, 203.0.113.50")
                    .with("Forwarded", "for=7.7.7.7")
                    .with("X-Real-IP", "8.8.8.8")
                    .form("csrf=" + desk.csrf(Audience.ADMINISTRATOR))
                    .status();

            assertThat(desk.blog().blog().audit().latest(Long.MAX_VALUE, 1))
                    .singleElement()
                    .returns("Account.Suspended", AuditEntry::act)
                    .returns(origin, entry -> entry.occasion().origin());
        }
    }

    @Test
    void whoever_invents_addresses_is_slowed_down_all_the_same() {
        try (TrialDesk desk = new TrialDesk(TrialBlog.startBehind(TrustedProxies.of("none")))) {
            for (int guess = 0; guess < 30; guess++) {
                guess(desk, "nobody" + guess + "@example.org", "198.51.100." + guess);
            }

            assertThat(guess(desk, "another@example.org", "198.51.100.200")).isEqualTo(429);
        }
    }

    @Test
    void whoever_has_a_whole_network_of_ipv6_counts_as_one() {
        try (TrialDesk desk = new TrialDesk(TrialBlog.startBehind(TrustedProxies.of(TrustedProxies.USUAL)))) {
            for (int guess = 0; guess < 30; guess++) {
                guess(desk, "nobody" + guess + "@example.org", "2001:db8:1:2:%x::1".formatted(guess));
            }

            assertThat(guess(desk, "another@example.org", "2001:db8:1:2:ffff::1"))
                    .isEqualTo(429);
            assertThat(guess(desk, "another@example.org", "2001:db8:1:3::1")).isEqualTo(422);
        }
    }

    private static int guess(TrialDesk desk, String email, String address) {
        return desk.visit(Audience.NOBODY, "/admin/sign-in")
                .with("X-Forwarded-For", address)
                .form("csrf=" + desk.csrf(Audience.NOBODY) + "&" + WRONG.replace("editor@example.org", email))
                .status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/", "/feed.atom", "/sitemap.xml", "/notes/", "/no-such-page"})
    void a_page_that_was_asked_for_under_another_name_is_kept_without_it(String path) throws IOException {
        try (TrialBlog blog = TrialBlog.start()) {
            blog.write("Notes").publish();
            String first = misnamed(blog, path);
            assertThat(first).startsWith("HTTP/1.1 ").doesNotContain("evil.example", "gopher", "6.6.6.6");

            Visit next = blog.visit(path);

            assertThat(next.text()).doesNotContain("evil.example", "gopher", "6.6.6.6");
            assertThat(next.header("Location")).doesNotContain("evil.example");
            assertThat(misnamed(blog, path)).doesNotContain("evil.example", "gopher", "6.6.6.6");
        }
    }

    @Test
    void a_kept_page_is_the_same_whatever_it_is_asked_for_with() throws IOException {
        try (TrialBlog blog = TrialBlog.start()) {
            blog.write("Notes").publish();
            misnamed(blog, "/notes");

            String kept = blog.visit("/notes").text();

            assertThat(blog.servedFinished()).isOne();
            assertThat(kept).contains("https://blog.example/notes");
            assertThat(misnamed(blog, "/notes")).contains(kept);
            assertThat(blog.servedFinished()).isEqualTo(2);
        }
    }

    @Test
    void a_form_is_taken_behind_a_proxy_that_calls_the_server_by_another_name() {
        try (TrialDesk desk = new TrialDesk()) {
            assertThat(signIn(desk, "https://blog.example")).isEqualTo(303);
            assertThat(signIn(desk, "http://127.0.0.1:" + desk.blog().port())).isEqualTo(303);
            assertThat(signIn(desk, "http://blog.example")).isEqualTo(403);
            assertThat(signIn(desk, "https://evil.example")).isEqualTo(403);
            assertThat(signIn(desk, "null")).isEqualTo(403);
        }
    }

    private static int signIn(TrialDesk desk, String origin) {
        return desk.visit(Audience.NOBODY, "/admin/sign-in")
                .with("Origin", origin)
                .with("X-Forwarded-Host", "evil.example")
                .form("csrf=" + desk.csrf(Audience.NOBODY) + "&email=editor@example.org&password=" + TrialDesk.PASSWORD)
                .status();
    }

    /** Asks under a name that is not the blog's. */
    private static String misnamed(TrialBlog blog, String path) throws IOException {
        return blog.raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-Proto: gopher\r\nX-Forwarded-Server: evil.example\r\nX-Forwarded-For: 6.6.6.6\r\n"
                + "Forwarded: for=6.6.6.6;host=evil.example;proto=gopher\r\nX-Original-URL: /evil.example\r\n"
                + "Connection: close\r\n\r\n");
    }
}
