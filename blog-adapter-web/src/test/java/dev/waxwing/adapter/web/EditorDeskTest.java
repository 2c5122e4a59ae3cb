package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.post.PostId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EditorDeskTest {
    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.AUTHOR);
    private final Member bob = Member.of(blog, "Bob", Role.EDITOR);

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void a_first_save_that_is_sent_twice_begins_one_post() {
        Map<String, String> form = blankForm(ada, "Sent twice", "Words.");

        String first = ada.send("/admin/posts", form).header("Location");
        Visit second = ada.send("/admin/posts", form);

        assertThat(second.status()).isEqualTo(303);
        assertThat(second.header("Location")).isEqualTo(first);
        assertThat(revisions(first)).isEqualTo(1);
        assertThat(ada.visit("/admin/posts?status=draft").page().text()).containsOnlyOnce("Sent twice");
    }

    @Test
    void a_first_save_that_is_sent_again_with_other_words_goes_on_with_the_same_post() {
        Map<String, String> form = blankForm(ada, "Sent again", "Words.");
        String post = ada.send("/admin/posts", form).header("Location");
        form.put("markdown", "Words, and more.");
        form.put("tags", "Lakes");

        Visit again = ada.send("/admin/posts", form);

        assertThat(again.header("Location")).isEqualTo(post);
        assertThat(text(post)).isEqualTo("Words, and more.");
        assertThat(revisions(post)).isEqualTo(2);
        assertThat(ada.visit(post).page().selectFirst("#tags").val()).isEqualTo("Lakes");
    }

    @Test
    void a_first_save_that_is_sent_again_puts_nothing_over_what_was_written_since() {
        Map<String, String> form = blankForm(ada, "Behind", "Words.");
        String post = ada.send("/admin/posts", form).header("Location");
        assertThat(bob.send(post, seen("Behind", "Bob's words.")).status()).isEqualTo(303);
        form.put("markdown", "Words, and more.");

        Visit again = ada.send("/admin/posts", form);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.page().selectFirst("#mine").wholeText()).contains("Words, and more.");
        assertThat(again.page().selectFirst("#theirs").wholeText()).contains("Bob's words.");
        assertThat(text(post)).isEqualTo("Bob's words.");
    }

    @Test
    void nobody_begins_a_post_in_the_place_of_somebody_elses() {
        Map<String, String> form = blankForm(bob, "Bob's", "Words.");
        String post = bob.send("/admin/posts", form).header("Location");
        form.put("markdown", "Not his.");

        assertThat(ada.send("/admin/posts", form).status()).isEqualTo(403);
        assertThat(text(post)).isEqualTo("Words.");
    }

    @Test
    void a_new_post_with_a_field_that_is_refused_is_begun_once_it_is_right() {
        Map<String, String> form = blankForm(ada, "Refused at first", "Words.");
        form.put("language", "no language");

        Visit refused = ada.send("/admin/posts", form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("input[name=post]").val()).isEqualTo(form.get("post"));
        form.put("language", "en");
        assertThat(ada.send("/admin/posts", form).header("Location")).isEqualTo("/admin/posts/" + form.get("post"));
    }

    /** The form of a new post as a page shows it, filled in. */
    private static Map<String, String> blankForm(Member who, String title, String words) {
        String post = who.visit("/admin/posts/new")
                .page()
                .selectFirst("input[name=post]")
                .val();
        return new HashMap<>(Map.of(
                "post", post, "title", title, "markdown", words, "language", "en", "version", "", "revision", ""));
    }

    /** The form of a post that was just begun, changed. */
    private static Map<String, String> seen(String title, String words) {
        return new HashMap<>(
                Map.of("title", title, "markdown", words, "language", "en", "version", "1", "revision", "1"));
    }

    private String text(String post) {
        return bob.visit(post).page().selectFirst("#markdown").wholeText().strip();
    }

    private int revisions(String post) {
        PostId id = PostId.parse(post.substring("/admin/posts/".length()));
        return blog.posts().queries().revisions(id).size();
    }
}
