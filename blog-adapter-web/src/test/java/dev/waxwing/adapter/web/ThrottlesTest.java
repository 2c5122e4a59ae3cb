package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.throttle.Allowance;
import dev.waxwing.application.throttle.SpendAllowance;
import dev.waxwing.application.throttle.SpendAllowance.Charge;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.token.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThrottlesTest {
    private static final String HOME = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.9";

    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    private static Visit from(String address, Visit visit) {
        return visit.with("X-Forwarded-For", address);
    }

    private Visit withToken(String secret) {
        return from(HOME, blog.visit("/api/v1/posts")).with("Authorization", "Bearer " + secret);
    }

    /** Uses up what may be done at once, as before a restart. */
    private void spend(Allowance allowance, String who) {
        new SpendAllowance(blog.blog().storage().allowances(), blog.blog(), blog.clock())
                .handle(new SpendAllowance.Command(List.of(new Charge(allowance, who, allowance.atOnce()))));
    }

    @Test
    void programs_that_guess_tokens_have_to_wait_and_those_that_have_one_do_not() {
        String good = Machine.of(blog, "Ada", Role.AUTHOR).secret();
        for (int guess = 0; guess < 30; guess++) {
            assertThat(withToken("guess " + guess).status()).isEqualTo(401);
        }

        Visit refused = withToken("another");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.text()).contains("That was too often; try again in 60 seconds");
        assertThat(withToken(good).status()).isEqualTo(200);
        assertThat(from(ELSEWHERE, blog.visit("/api/v1/posts"))
                        .with("Authorization", "Bearer another")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void links_to_choose_a_password_and_codes_to_set_up_count_alike() {
        assertThat(from(HOME, blog.visit("/admin/password/made-up")).status()).isEqualTo(410);
        spend29();

        Visit refused = from(HOME, blog.visit("/admin/password/made-up"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("main")).contains("That was too often; try again in 60 seconds");
        assertThat(from(ELSEWHERE, blog.visit("/admin/password/made-up")).status())
                .isEqualTo(410);
    }

    private void spend29() {
        for (int guess = 0; guess < 29; guess++) {
            withToken("guess " + guess).status();
        }
    }

    @Test
    void whoever_begins_posts_without_end_has_to_wait_and_loses_no_word() {
        Member ada = Member.of(blog, "Ada", Role.AUTHOR);
        spend(Allowance.POSTS_OF_AN_ACCOUNT, ada.account().toString());
        Map<String, String> post = Map.of("title", "One more", "markdown", "Typed with care.", "language", "en");

        Visit refused = ada.send("/admin/posts", post);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.text("main")).contains("That was too often; try again in 1 seconds");
        assertThat(refused.text("textarea[name=markdown]")).isEqualTo("Typed with care.");
        assertThat(Member.of(blog, "Ben", Role.AUTHOR)
                        .send("/admin/posts", post)
                        .status())
                .isEqualTo(303);

        blog.clock().advance(Duration.ofMillis(50));
        assertThat(ada.send("/admin/posts", post).status()).isEqualTo(303);
    }

    @Test
    void and_so_has_a_program_that_begins_them() {
        Member ada = Member.of(blog, "Ada", Role.AUTHOR);
        Machine program = Machine.of(blog, ada, Set.of(Scope.values()));
        spend(Allowance.POSTS_OF_AN_ACCOUNT, ada.account().toString());

        Visit refused = program.post("/posts", "{\"title\": \"One more\", \"markdown\": \"Words\"}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        blog.clock().advance(Duration.ofMillis(50));
        assertThat(program.post("/posts", "{\"title\": \"One more\", \"markdown\": \"Words\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoever_brings_too_many_files_has_to_wait_from_wherever() {
        Member ada = Member.of(blog, "Ada", Role.AUTHOR);
        Member ben = Member.of(blog, "Ben", Role.AUTHOR);
        spend(Allowance.UPLOADS_OF_AN_ACCOUNT, ada.account().toString());

        Visit refused = ada.upload("/admin/media", "lake.png", picture());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(ben.upload("/admin/media", "lake.png", picture()).status()).isEqualTo(303);

        blog.clock().advance(Duration.ofSeconds(1));
        assertThat(ada.upload("/admin/media", "lake.png", picture()).status()).isEqualTo(303);
        assertThat(ada.upload("/admin/media", "lake.png", picture()).status()).isEqualTo(429);
    }

    @Test
    void and_so_has_whoever_brings_them_from_one_place_by_program() {
        Machine program = Machine.of(blog, "Ada", Role.AUTHOR);
        spend(Allowance.UPLOADS_FROM_A_NETWORK, HOME);

        assertThat(Member.upload(from(HOME, program.get("/media")), "lake.png", picture())
                        .status())
                .isEqualTo(429);
        assertThat(Member.upload(from(ELSEWHERE, program.get("/media")), "lake.png", picture())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoever_searches_without_end_has_to_wait_and_nobody_else() {
        for (int search = 0; search < 60; search++) {
            assertThat(from(HOME, blog.visit("/search?q=lake")).status()).isEqualTo(200);
        }

        Visit refused = from(HOME, blog.visit("/search?q=lake"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(from(ELSEWHERE, blog.visit("/search?q=lake")).status()).isEqualTo(200);
        assertThat(from(HOME, blog.visit("/")).status()).isEqualTo(200);

        blog.clock().advance(Duration.ofMillis(200));
        assertThat(from(HOME, blog.visit("/search?q=lake")).status()).isEqualTo(200);
    }

    @Test
    void a_proxy_that_does_not_say_for_whom_it_asks_is_not_slowed_down_for_all_of_them() {
        for (int search = 0; search < 70; search++) {
            assertThat(blog.visit("/search?q=lake").status()).isEqualTo(200);
        }
    }

    private static byte[] picture() {
        try (InputStream picture = TrialServer.picture(40, 30, 200)) {
            return picture.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
