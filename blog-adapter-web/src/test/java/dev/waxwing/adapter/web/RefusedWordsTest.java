package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.CreditAuthors;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.PostId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedWordsTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.CONTRIBUTOR);

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void whoever_is_signed_out_finds_the_words_on_the_page_that_says_so() {
        String post = begun();

        Visit refused = blog.visit(post).form(encoded(words("Herons", "<b>All</b> morning.\n\nAnd noon.")));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("h1")).isEqualTo("You are signed out");
        assertThat(refused.page().select("nav[aria-label=Desk]")).isEmpty();
        assertThat(typed(refused)).containsEntry("title", "Herons").containsEntry("version", "1");
        assertThat(typed(refused).get("markdown")).isEqualTo("<b>All</b> morning.\n\nAnd noon.");
        assertThat(refused.text("main")).contains("your words are below").doesNotContain("go back");
    }

    @Test
    void after_signing_in_again_the_words_are_gone_on_with_and_saved() {
        String post = begun();
        Map<String, String> typed = typed(blog.visit(post).form(encoded(words("Herons", "All morning."))));

        Visit stale = ada.visit(post).form(encoded(typed));

        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.text("h1")).isEqualTo("Your words are not saved yet");
        assertThat(stale.page().selectFirst("main form.editor").attr("action")).isEqualTo(post);
        assertThat(ada.visit(post).form(encoded(typed(stale))).status()).isEqualTo(303);
        assertThat(text(post)).isEqualTo("All morning.");
    }

    @Test
    void a_new_post_is_begun_once_however_often_its_form_was_refused() {
        Map<String, String> form = words("Herons", "All morning.");
        form.putAll(Map.of("post", "00000000-0000-7000-8000-00000000abcd", "version", "", "revision", ""));

        Map<String, String> typed = typed(ada.visit("/admin/posts").form(encoded(form)));

        Visit saved = ada.visit("/admin/posts").form(encoded(typed));
        assertThat(saved.header("Location")).isEqualTo("/admin/posts/" + form.get("post"));
    }

    @Test
    void the_words_of_a_post_that_is_not_theirs_any_more_can_be_kept_as_a_new_draft() {
        String post = begun();
        AuthorId other = blog.author("Bob");
        blog.posts().credit().handle(new CreditAuthors.Command(TrialBlog.OWNER, id(post), List.of(other)));

        Visit refused = ada.send(post, words("Herons", "All morning."));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("main")).contains("As contributor you may not edit a post of somebody else");
        String draft = ada.visit(refused.page().selectFirst("main form.editor").attr("action"))
                .form(encoded(typed(refused)))
                .header("Location");
        assertThat(draft).isNotEqualTo(post);
        assertThat(text(draft)).isEqualTo("All morning.");
    }

    @Test
    void the_words_for_a_post_that_was_scheduled_meanwhile_stay_in_the_editor() {
        String post = begun();
        blog.posts()
                .schedule()
                .handle(new SchedulePost.Command(
                        TrialBlog.OWNER, id(post), blog.clock().instant().plus(Duration.ofDays(1))));

        Visit refused = ada.send(post, words("Herons", "All morning."));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("[role=alert]")).contains("ask an editor");
        assertThat(refused.page().selectFirst("#markdown").wholeText().strip()).isEqualTo("All morning.");
    }

    @Test
    void words_that_another_site_sends_are_shown_to_nobody() {
        Visit refused = ada.visit(begun())
                .with("Sec-Fetch-Site", "cross-site")
                .form(encoded(words("Herons", "Sent by another site.")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("Sent by another site.");
    }

    @Test
    void of_other_forms_nothing_is_shown() {
        Visit refused = blog.visit("/admin/account/password").form("password=a+secret&markdown=None");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).doesNotContain("a secret", "None");
    }

    private String begun() {
        Map<String, String> form = words("Herons", "At dawn.");
        form.putAll(Map.of("version", "", "revision", ""));
        return ada.send("/admin/posts", form).header("Location");
    }

    /** The form of a post that was just begun. */
    private static Map<String, String> words(String title, String text) {
        return new HashMap<>(
                Map.of("title", title, "markdown", text, "language", "en", "version", "1", "revision", "1"));
    }

    /** What a browser would send of the form with the words. */
    private static Map<String, String> typed(Visit refused) {
        return refused.page().select("main form.editor [name]:not(button)").stream()
                .collect(Collectors.toMap(
                        field -> field.attr("name"), field -> field.is("textarea") ? field.wholeText() : field.val()));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String text(String post) {
        return ada.visit(post).page().selectFirst("#markdown").wholeText().strip();
    }

    private static PostId id(String post) {
        return PostId.parse(post.substring("/admin/posts/".length()));
    }
}
