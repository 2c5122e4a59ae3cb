package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.account.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FullDiskDeskTest {
    private static final Map<String, String> WORDS = Map.of(
            "title", "A heron at the lake",
            "markdown", "It stood there all morning.",
            "excerpt", "",
            "language", "en",
            "act", "save");

    private final TrialBlog blog = TrialBlog.start();
    private final Member bob = Member.of(blog, "Bob", Role.EDITOR);

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void the_words_of_a_new_post_are_still_in_the_form_and_can_be_saved_later() {
        blog.blog().keepWithin(() -> 0);

        Visit refused = bob.send("/admin/posts", WORDS);

        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.text("[role=alert]")).contains("The disk of the blog is full");
        assertThat(refused.page().select("[name=title]").val()).isEqualTo("A heron at the lake");
        assertThat(refused.page().select("[name=markdown]").text()).isEqualTo("It stood there all morning.");

        blog.blog().keepWithin(FreeSpace.PLENTY);
        assertThat(bob.send("/admin/posts", WORDS).status()).isEqualTo(303);
    }

    @Test
    void the_editor_that_saves_by_itself_is_told_why() {
        blog.blog().keepWithin(() -> 0);

        Visit refused = bob.visit("/admin/posts")
                .with("Accept", "application/json")
                .with("X-CSRF-Token", bob.csrf())
                .post(
                        "title=A+heron&markdown=Words&language=en".getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");

        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text()).contains("The disk of the blog is full");
    }

    @Test
    void other_forms_keep_what_was_typed_too() {
        blog.blog().keepWithin(() -> 0);

        Visit refused = bob.send("/admin/redirects", Map.of("path", "/old", "target", "/new"));

        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.text("main")).contains("The disk of the blog is full");
        assertThat(refused.page().select("[name=path]").val()).isEqualTo("/old");
    }

    @Test
    void readers_notice_nothing() {
        blog.write("Notes").publish();
        blog.blog().keepWithin(() -> 0);

        assertThat(blog.visit("/notes").status()).isEqualTo(200);
        assertThat(bob.visit("/admin/posts").status()).isEqualTo(200);
    }
}
