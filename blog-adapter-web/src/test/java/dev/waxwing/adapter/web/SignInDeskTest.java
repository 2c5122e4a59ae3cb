package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.waxwing.adapter.web.account.SignInDesk;
import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.domain.account.Role;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInDeskTest {
    private static final String RIGHT = "email=editor@example.org&password=correct+horse+battery";

    private final TrialDesk desk = new TrialDesk();

    @AfterEach
    void stop() {
        desk.close();
    }

    private Visit signIn(String fields) {
        return desk.send(Audience.NOBODY, "/admin/sign-in", fields);
    }

    @Test
    void whoever_signs_in_gets_a_cookie_that_only_this_site_can_read() {
        Visit visit = signIn(RIGHT);

        assertThat(visit.status()).isEqualTo(303);
        assertThat(visit.header("Location")).isEqualTo("/admin");
        assertThat(visit.headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-waxwing-session="))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie).contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax");
                    assertThat(cookie).doesNotContain("Domain");
                });
    }

    @Test
    void every_cookie_is_bound_to_this_site() {
        List<String> cookies = Stream.of(
                        signIn(RIGHT),
                        desk.blog().visit("/admin/sign-in"),
                        desk.send(Audience.EDITOR, "/admin/sign-out", ""))
                .flatMap(visit -> visit.headers("Set-Cookie").stream())
                .toList();

        assertThat(cookies)
                .hasSizeGreaterThan(4)
                .allMatch(cookie -> cookie.startsWith("__Host-waxwing-"))
                .allMatch(cookie -> cookie.contains("; Path=/;"))
                .allMatch(cookie -> cookie.contains("; Secure"))
                .allMatch(cookie -> cookie.contains("; HttpOnly"))
                .allMatch(cookie -> cookie.matches(".*; SameSite=(Lax|Strict).*"))
                .noneMatch(cookie -> cookie.contains("Domain"));
    }

    @Test
    void afterwards_comes_the_page_that_was_asked_for() {
        Visit asked = desk.visit(Audience.NOBODY, "/admin/accounts?x=1&y=2");
        assertThat(asked.header("Location")).isEqualTo("/admin/sign-in?next=%2Fadmin%2Faccounts%3Fx%3D1%26y%3D2");

        String next = desk.visit(Audience.NOBODY, asked.header("Location"))
                .page()
                .select("input[name=next]")
                .attr("value");
        Visit visit = signIn(RIGHT + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

        assertThat(visit.header("Location")).isEqualTo("/admin/accounts?x=1&y=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/admin/",
                "/\\evil.example",
                "/administrate",
                "/admin/\\..//evil.example",
                "/admin/sign-in",
                "javascript:alert(1)",
                "/admin/\r\nSet-Cookie: a=b"
            })
    void and_never_another_site(String next) {
        Visit visit = signIn(RIGHT + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

        assertThat(visit.header("Location")).isEqualTo("/admin");
    }

    @Test
    void an_unknown_address_is_answered_in_the_same_words_as_a_wrong_password() {
        Visit wrong = signIn("email=editor@example.org&password=wrong");
        Visit unknown = signIn("email=nobody@example.org&password=wrong");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("main")).isEqualTo(wrong.text("main"));
        assertThat(unknown.headers("Set-Cookie")).isEqualTo(wrong.headers("Set-Cookie"));
        assertThat(wrong.page().select("#password").attr("value")).isEmpty();
        assertThat(wrong.page().select("#email").attr("value")).isEqualTo("editor@example.org");
    }

    @Test
    void whoever_guesses_has_to_wait_and_is_told_how_long() {
        for (int guess = 0; guess < 5; guess++) {
            signIn("email=editor@example.org&password=wrong").status();
        }
        Visit visit = signIn(RIGHT);

        assertThat(visit.status()).isEqualTo(429);
        assertThat(visit.header("Retry-After")).isEqualTo("15");
        assertThat(visit.text("#password-error")).isEqualTo("That was wrong too often. Try again in 15 seconds.");

        desk.blog().clock().advance(Duration.ofSeconds(15));
        assertThat(signIn(RIGHT).status()).isEqualTo(303);
    }

    @Test
    void each_attempt_that_was_refused_is_written_down_without_what_was_typed_and_from_where() {
        Logger log = (Logger) LoggerFactory.getLogger(SignInDesk.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);

        for (int guess = 0; guess < 6; guess++) {
            signIn("email=editor@example.org&password=wrong").status();
        }

        log.detachAppender(lines);
        log.setLevel(null);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .startsWith("Sign-in refused", "Sign-in refused")
                .endsWith("Sign-in refused", "Sign-in put off for 15 seconds")
                .hasSize(6);
    }

    @Test
    void the_page_after_signing_out_says_so_once() {
        Visit out = desk.send(Audience.EDITOR, "/admin/sign-out", "");
        String said = out.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-waxwing-said="))
                .findFirst()
                .orElseThrow();

        Visit next = desk.blog()
                .visit("/admin/sign-in")
                .with("Cookie", HttpCookie.parse(said).get(0).toString());
        assertThat(next.text("[role=status]")).isEqualTo("You are signed out.");
        assertThat(next.headers("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("__Host-waxwing-said=;"));
        assertThat(desk.visit(Audience.EDITOR, "/admin/account").status()).isEqualTo(303);
    }

    @Test
    void a_role_that_was_taken_away_is_gone_with_the_next_request() {
        assertThat(desk.visit(Audience.ADMINISTRATOR, "/admin/accounts").status())
                .isEqualTo(200);
        desk.register("other@example.org", "Other", Role.ADMINISTRATOR);
        desk.send(
                        Audience.ADMINISTRATOR,
                        "/admin/accounts/" + desk.account(Audience.ADMINISTRATOR) + "/role",
                        "role=AUTHOR")
                .status();

        assertThat(desk.visit(Audience.ADMINISTRATOR, "/admin/accounts").status())
                .isEqualTo(303);
    }

    @Test
    void the_desk_is_kept_by_no_cache_and_lets_no_foreign_script_in() {
        Visit visit = desk.visit(Audience.EDITOR, "/admin/account");

        assertThat(visit.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visit.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void the_audit_trail_says_who_and_from_where_as_the_proxy_on_this_machine_saw_it() {
        desk.visit(Audience.ADMINISTRATOR, "/admin/accounts/" + desk.account(Audience.EDITOR) + "/suspend")
                .with("X-Forwarded-For", "10.9.9.9, 203.0.113.50")
                .form("csrf=" + desk.csrf(Audience.ADMINISTRATOR))
                .status();

        assertThat(desk.blog().blog().audit().latest(Long.MAX_VALUE, 1))
                .singleElement()
                .returns("Account.Suspended", AuditEntry::act)
                .returns(desk.account(Audience.EDITOR).toString(), AuditEntry::subject)
                .returns("ADMINISTRATOR", entry -> entry.occasion().who())
                .returns("203.0.113.50", entry -> entry.occasion().origin());
        assertThat(desk.visit(Audience.ADMINISTRATOR, "/admin/audit").text("tbody tr:first-child"))
                .contains("ADMINISTRATOR", "203.0.113.50", "account suspended");
    }

    @Test
    void a_form_that_makes_no_sense_is_refused() {
        assertThat(desk.visit(Audience.NOBODY, "/admin/sign-in")
                        .form("csrf=%ZZ")
                        .status())
                .isEqualTo(403);
    }
}
