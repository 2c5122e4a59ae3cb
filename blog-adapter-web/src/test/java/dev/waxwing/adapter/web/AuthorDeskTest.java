package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The profiles of authors, at the desk. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorDeskTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void close() {
        blog.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_finds_the_way_to_their_own_profile_and_keeps_it(Role role) {
        Member ada = Member.of(blog, "Ada", role);

        String way = ada.visit("/admin/account")
                .page()
                .selectFirst("main a:containsOwn(Change your profile)")
                .attr("href");
        Visit kept = ada.send(way, Map.of("name", "Ada", "biography", "Walks by the lake.", "links", "", "avatar", ""));

        assertThat(kept.status()).isEqualTo(303);
        assertThat(ada.visit(way).text("#biography")).isEqualTo("Walks by the lake.");
    }
}
