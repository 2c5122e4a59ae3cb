package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenDeskTest {
    private static final String TOKENS = "/admin/account/tokens";

    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.AUTHOR);

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_token_is_shown_once_and_opens_the_door() {
        Visit made = ada.send(TOKENS, Map.of("name", "Backup", "scopes", "read", "days", "30"));
        assertThat(made.status()).isEqualTo(201);
        String secret = made.page().select("#secret").attr("value");

        assertThat(visit(secret).status()).isEqualTo(200);
        assertThat(ada.visit(TOKENS).text()).doesNotContain(secret);
        assertThat(ada.visit(TOKENS).text("tbody")).contains("Backup", "read", "March");
    }

    @Test
    void a_revoked_token_opens_nothing() {
        String secret = ada.send(TOKENS, Map.of("name", "Backup", "scopes", "read", "days", "30"))
                .page()
                .select("#secret")
                .attr("value");
        String revoke = ada.visit(TOKENS).page().select("tbody form").attr("action");

        assertThat(Member.of(blog, "Bob", Role.ADMINISTRATOR)
                        .send(revoke, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(visit(secret).status()).isEqualTo(200);
        assertThat(ada.send(revoke, Map.of()).status()).isEqualTo(303);
        assertThat(visit(secret).status()).isEqualTo(401);
        assertThat(ada.visit(TOKENS).text("main")).contains("You have none");
    }

    @Test
    void what_is_missing_is_said_beside_the_field() {
        assertThat(ada.send(TOKENS, Map.of("name", "", "scopes", "read", "days", "30"))
                        .text("#name-error"))
                .isNotEmpty();
        assertThat(ada.send(TOKENS, Map.of("name", "x", "days", "30")).text("#scopes-error"))
                .isNotEmpty();
        assertThat(ada.visit(TOKENS).text("main")).contains("You have none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "367", "x"})
    void a_token_is_good_for_a_year_at_most(String days) {
        Visit refused = ada.send(TOKENS, Map.of("name", "x", "scopes", "read", "days", days));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#days-error")).isNotEmpty();
    }

    private Visit visit(String secret) {
        return blog.visit("/api/v1/posts").with("Authorization", "Bearer " + secret);
    }
}
