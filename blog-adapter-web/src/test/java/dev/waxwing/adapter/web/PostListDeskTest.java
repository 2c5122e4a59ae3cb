package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostListDeskTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member bob = Member.of(blog, "Bob", Role.EDITOR);

    @AfterEach
    void close() {
        blog.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"author=gone", "tag=gone", "tag=Not+a+slug"})
    void a_filter_by_what_there_is_no_more_finds_nothing_and_says_so(String filter) {
        blog.write("A post").publish();

        Visit list = bob.visit("/admin/posts?" + filter);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.page().select(".entry-title")).isEmpty();
        assertThat(list.text(".shelf")).contains("choose another author or tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=draft&after=zzz", "status=draft&after=2026-03-01T12:00:00Z_zzz", "status=zzz"})
    void what_no_link_of_the_desk_says_is_answered_in_words(String query) {
        Visit refused = bob.visit("/admin/posts?" + query);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("main")).contains("zzz");
    }
}
