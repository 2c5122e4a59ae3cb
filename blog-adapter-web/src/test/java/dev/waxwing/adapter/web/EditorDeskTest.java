package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.PostId;
import java.net.HttpCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void a_title_with_a_character_that_cannot_be_shown_is_refused_beside_its_field_and_not_changed() {
        Visit refused = ada.send("/admin/posts", blankForm(ada, "Red\u0007", "Words."));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#title-error"))
                .isEqualTo("The title has U+0007 as its character 4, which cannot be shown; take it out");
        assertThat(refused.text("textarea")).contains("Words.");
    }

    @Test
    void the_address_of_a_published_post_changes_after_a_question_that_loses_no_word() {
        String post = published("A published post");
        Map<String, String> form = seen("A published post", "New words.");
        form.putAll(Map.of("act", "move", "slug", "elsewhere", "version", "2"));

        Visit question = ada.send(post, form);

        assertThat(question.status()).isEqualTo(200);
        assertThat(question.text("dd"))
                .isEqualTo("https://blog.example/a-published-post https://blog.example/elsewhere");
        assertThat(question.page().selectFirst("main .acts a").attr("href")).isEqualTo(post);
        assertThat(text(post)).isEqualTo("New words.");
        assertThat(blog.visit("/a-published-post").status()).isEqualTo(200);

        Visit agreed = ada.send(post + "/address", hidden(question));

        assertThat(agreed.header("Location")).isEqualTo(post);
        assertThat(blog.visit("/a-published-post").header("Location")).isEqualTo("/elsewhere");
        assertThat(blog.visit("/elsewhere").status()).isEqualTo(200);
    }

    @Test
    void another_address_that_was_typed_is_not_dropped_by_a_save() {
        String draft = ada.send("/admin/posts", blankForm(ada, "Named by hand", "Words."))
                .header("Location");
        Map<String, String> form = seen("Named by hand", "Words.");
        form.putAll(Map.of("act", "save", "slug", "by-hand", "slugBefore", "named-by-hand"));

        ada.send(draft, form).status();

        assertThat(ada.visit(draft).page().selectFirst("#slug").val()).isEqualTo("by-hand");

        String post = published("Seen by readers");
        form.putAll(Map.of("title", "Seen by readers", "slugBefore", "seen-by-readers", "version", "2"));
        form.put("slug", "elsewhere");
        assertThat(ada.send(post, form).text("h1")).isEqualTo("Change the address?");
        form.put("slug", "seen-by-readers");
        assertThat(ada.send(post, form).status()).isEqualTo(303);
    }

    @Test
    void who_agreed_to_a_move_from_an_address_that_is_another_by_now_is_asked_again() {
        String post = published("Moved twice");
        Map<String, String> form = seen("Moved twice", "Words.");
        form.putAll(Map.of("act", "move", "slug", "hers", "version", "2"));
        Map<String, String> agreed = hidden(ada.send(post, form));
        bob.send(post + "/address", Map.of("from", "moved-twice", "slug", "his"))
                .status();

        Visit again = ada.send(post + "/address", agreed);

        assertThat(again.text("dd")).isEqualTo("https://blog.example/his https://blog.example/hers");
        assertThat(blog.visit("/his").status()).isEqualTo(200);
    }

    @Test
    void a_wished_address_that_is_taken_stays_in_its_field() {
        published("Taken");
        String post = published("Another");

        Visit refused = ada.send(post + "/address", Map.of("from", "another", "slug", "taken"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("[role=alert]")).contains("Another post has the address 'taken'");
        assertThat(refused.page().selectFirst("#slug").val()).isEqualTo("taken");
    }

    @Test
    void a_post_that_nobody_has_seen_moves_without_a_question() {
        String post =
                ada.send("/admin/posts", blankForm(ada, "Unseen", "Words.")).header("Location");
        Map<String, String> form = seen("Unseen", "Words.");
        form.putAll(Map.of("act", "move", "slug", "elsewhere"));

        assertThat(ada.send(post, form).status()).isEqualTo(303);
        assertThat(ada.visit(post).page().selectFirst("#slug").val()).isEqualTo("elsewhere");
    }

    @Test
    void a_save_never_moves_a_published_post() {
        String post = published("It stays");
        Map<String, String> form = seen("Another title", "Words.");
        form.putAll(Map.of("slug", "elsewhere", "version", "2"));

        assertThat(ada.send(post + "/text", form).status()).isEqualTo(200);
        assertThat(ada.send(post, form).status()).isEqualTo(303);
        assertThat(ada.visit(post).page().selectFirst("#slug").val()).isEqualTo("it-stays");
    }

    @Test
    void a_published_post_is_put_under_another_date_on_the_clock_of_the_blog() {
        String post = published("Dated");

        assertThat(dated(post, "2019-12-31T23:30").status()).isEqualTo(303);

        assertThat(ada.visit(post).text("#standing")).isEqualTo("Published 31 December 2019, 23:30 (UTC+00:00)");
        assertThat(ada.visit(post).page().selectFirst("#publishedAt").val()).isEqualTo("2019-12-31T23:30");
        assertThat(blog.visit("/archive/2019").text("main")).contains("Dated");
    }

    @Test
    void a_draft_is_published_under_a_date_that_has_passed() {
        String post = ada.send("/admin/posts", blankForm(ada, "From long ago", "Words."))
                .header("Location");

        publishedUnder(post, "2019-12-31T23:30").status();

        assertThat(ada.visit(post).text("#standing")).isEqualTo("Published 31 December 2019, 23:30 (UTC+00:00)");
        assertThat(blog.visit("/archive/2019").text("main")).contains("From long ago");
    }

    @Test
    void a_date_in_the_future_is_refused_beside_its_field_and_stays_there() {
        String post = published("From ahead");

        Visit refused = dated(post, "2031-01-01T08:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#publishedAt-error"))
                .isEqualTo("A post with a date in the future is scheduled instead");
        assertThat(refused.page().selectFirst("#publishedAt").val()).isEqualTo("2031-01-01T08:00");
        assertThat(dated(post, "").text("#publishedAt-error")).startsWith("Say a date and a time");
    }

    @Test
    void a_date_that_nobody_has_touched_keeps_its_seconds() {
        blog.clock().advance(Duration.ofSeconds(17));
        String post = published("To the second");

        dated(post, ada.visit(post).page().selectFirst("#publishedAt").val()).status();

        assertThat(date(post)).isEqualTo(TrialBlog.NOON.plus(Duration.ofSeconds(17)));
    }

    @Test
    void what_was_taken_back_and_is_published_under_its_former_date_keeps_its_seconds() {
        blog.clock().advance(Duration.ofSeconds(17));
        String post = published("To the second");
        ada.send(post, changed(post, "Words.", "unpublish")).status();
        blog.clock().advance(Duration.ofDays(1));

        publishedUnder(post, ada.visit(post).page().selectFirst("#publishedAt").val())
                .status();

        assertThat(date(post)).isEqualTo(TrialBlog.NOON.plus(Duration.ofSeconds(17)));
    }

    @Test
    void who_publishes_under_a_date_what_somebody_else_has_published_meanwhile_is_told_so() {
        String post = ada.send("/admin/posts", blankForm(ada, "Published twice", "Words."))
                .header("Location");
        bob.send(post, changed(post, "Words.", "publish")).status();

        Visit refused = publishedUnder(post, "2019-12-31T23:30");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("[role=alert]"))
                .isEqualTo("The post is published already, under another date; change its date instead");
        assertThat(refused.page().selectFirst("#publishedAt").val()).isEqualTo("2019-12-31T23:30");
        assertThat(date(post)).isEqualTo(TrialBlog.NOON);
    }

    @Test
    void who_changes_the_date_of_what_somebody_else_has_taken_back_meanwhile_publishes_nothing() {
        String post = published("Taken back");
        bob.send(post, changed(post, "Words.", "unpublish")).status();

        Visit refused = dated(post, "2019-12-31T23:30");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("[role=alert]")).isEqualTo("Only a published post has a date that can be changed");
        assertThat(blog.visit("/taken-back").status()).isNotEqualTo(200);
    }

    @Test
    void who_publishes_what_somebody_else_has_published_meanwhile_shows_readers_what_was_typed() {
        String post = ada.send("/admin/posts", blankForm(ada, "Both at once", "Words."))
                .header("Location");
        Map<String, String> form = changed(post, "Words, and more.", "publish");
        bob.send(post, changed(post, "Words.", "publish")).status();

        ada.send(post, form).status();

        assertThat(blog.visit("/both-at-once").text(".prose")).isEqualTo("Words, and more.");
    }

    private Instant date(String post) {
        PostId id = PostId.parse(post.substring("/admin/posts/".length()));
        return blog.blog().posts().get(id).state().publishedAt();
    }

    private Visit publishedUnder(String post, String date) {
        return dated(post, date, "publish-dated");
    }

    private Visit dated(String post, String date) {
        return dated(post, date, "date");
    }

    private Visit dated(String post, String date, String act) {
        Map<String, String> form = changed(post, "Words.", act);
        form.put("publishedAt", date);
        return ada.send(post, form);
    }

    @Test
    void readers_see_the_authors_in_the_order_that_an_editor_has_chosen() {
        AuthorId carl = blog.author("Carl");
        AuthorId dora = blog.author("Dora");
        Map<String, String> form = blankForm(bob, "Of two", "Words.");
        form.put("act", "publish");
        String post = bob.send("/admin/posts", form).header("Location");

        String byline = "title=Of+two&markdown=Words.&language=en&version=2&revision=1&csrf=" + bob.csrf() + "&authors="
                + carl + "&place+" + carl + "=2&authors=" + dora + "&place+" + dora + "=1";

        assertThat(bob.visit(post).form(byline).status()).isEqualTo(303);
        assertThat(blog.visit("/of-two").text(".byline")).containsSubsequence("Dora", "Carl");
        assertThat(bob.visit(post).text(".row.choice label")).startsWith("Dora Carl");
        assertThat(bob.visit(post)
                        .form(byline.replace("=2&authors", "=1&authors").replace(dora + "=1", dora + "=2"))
                        .status())
                .isEqualTo(303);
        assertThat(blog.visit("/of-two").text(".byline")).containsSubsequence("Carl", "Dora");
    }

    @Test
    void no_word_waits_for_a_tag_that_is_refused_and_the_next_save_meets_nobody() {
        String post = ada.send("/admin/posts", blankForm(ada, "Kept", "Words.")).header("Location");
        Map<String, String> form = seen("Kept", "Words, and more.");
        form.putAll(Map.of("tags", "x".repeat(101), "tagsBefore", "", "act", "publish"));

        Visit refused = ada.send(post, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#tags-error")).isNotEmpty();
        assertThat(refused.text("[role=alert]")).contains("The text is saved");
        assertThat(refused.page().selectFirst("#tags").val()).isEqualTo("x".repeat(101));
        assertThat(text(post)).isEqualTo("Words, and more.");
        assertThat(blog.visit("/kept").status()).isEqualTo(404);

        form.putAll(hidden(refused));
        form.putAll(Map.of("tags", "Lakes", "markdown", "Words, and much more."));

        assertThat(ada.send(post, form).status()).isEqualTo(303);
        assertThat(blog.visit("/kept").text(".prose")).isEqualTo("Words, and much more.");
    }

    @Test
    void a_save_by_itself_names_the_new_version_though_a_tag_was_refused() {
        String post = ada.send("/admin/posts", blankForm(ada, "Kept by itself", "Words."))
                .header("Location");
        Map<String, String> form = seen("Kept by itself", "Words, and more.");
        form.putAll(Map.of("tags", "x".repeat(101), "tagsBefore", ""));

        Visit answer = ada.send(post + "/text", form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"version\":2", "\"errors\":{\"tags\":");
    }

    @Test
    void a_new_post_with_a_tag_that_is_refused_is_begun_and_gone_on_with() {
        Map<String, String> form = blankForm(ada, "Begun", "Words.");
        form.put("tags", "x".repeat(101));

        Visit refused = ada.send("/admin/posts", form);

        String post = "/admin/posts/" + form.get("post");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("#editor").attr("action")).isEqualTo(post);
        assertThat(text(post)).isEqualTo("Words.");
    }

    @Test
    void a_page_is_begun_at_the_desk_too() {
        Visit blank = ada.visit("/admin/posts/new?kind=page");
        Map<String, String> form = blankForm(ada, "About us", "Words.");
        form.putAll(hidden(blank));
        form.put("act", "publish");

        ada.send("/admin/posts", form).status();

        assertThat(blank.text("h1")).isEqualTo("New page");
        assertThat(blog.visit("/about-us").status()).isEqualTo(200);
        assertThat(blog.visit("/").text("main")).doesNotContain("About us");
    }

    @Test
    void a_contributor_is_offered_only_what_a_contributor_may_do() {
        Member carl = Member.of(blog, "Carl", Role.CONTRIBUTOR);
        String post =
                carl.send("/admin/posts", blankForm(carl, "Carl's", "Words.")).header("Location");

        assertThat(acts(carl, post))
                .contains("save", "submit", "move", "link", "trash")
                .doesNotContain("publish", "schedule");
        bob.send(post, seen("Carl's", "Words.", "publish")).status();
        assertThat(acts(carl, post)).contains("save").doesNotContain("move", "link", "trash", "publish", "unpublish");
        assertThat(carl.visit(post).page().selectFirst("#tags").hasAttr("readonly"))
                .isTrue();
        assertThat(acts(bob, post)).contains("save", "move", "trash", "unpublish");
    }

    @Test
    void a_contributor_submits_changes_of_a_published_post_and_an_editor_publishes_or_returns_them() {
        Member carl = Member.of(blog, "Carl", Role.CONTRIBUTOR);
        String post = publishedFor(carl, "By Carl");
        assertThat(offered(carl, post)).containsExactly("save", "share");

        carl.send(post, changed(post, "Better words.", "submit")).status();

        assertThat(offered(carl, post)).containsExactly("save", "withdraw", "discard-changes", "share");
        assertThat(carl.visit(post).text("#standing")).endsWith(", with changes that wait for an editor");
        assertThat(forReview()).contains("By Carl", "Changes for review");
        assertThat(blog.visit("/by-carl").text(".prose")).isEqualTo("Words.");

        bob.send(post, changed(post, "Better words.", "withdraw")).status();

        assertThat(forReview()).doesNotContain("By Carl");
        assertThat(offered(carl, post)).containsExactly("save", "submit", "discard-changes", "share");
        assertThat(text(post)).isEqualTo("Better words.");

        carl.send(post, changed(post, "The best words.", "submit")).status();
        bob.send(post, changed(post, "The best words.", "publish-changes")).status();

        assertThat(forReview()).doesNotContain("By Carl");
        assertThat(blog.visit("/by-carl").text(".prose")).isEqualTo("The best words.");
    }

    @Test
    void an_editor_discards_changes_that_a_contributor_has_submitted() {
        Member carl = Member.of(blog, "Carl", Role.CONTRIBUTOR);
        String post = publishedFor(carl, "By Carl");
        carl.send(post, changed(post, "Worse words.", "submit")).status();

        bob.send(post, changed(post, "Worse words.", "discard-changes")).status();

        assertThat(forReview()).doesNotContain("By Carl");
        assertThat(offered(carl, post)).containsExactly("save", "share");
        assertThat(text(post)).isEqualTo("Words.");
    }

    @Test
    void a_contributor_is_told_that_a_scheduled_post_is_not_theirs_to_change() {
        Member carl = Member.of(blog, "Carl", Role.CONTRIBUTOR);
        String post =
                carl.send("/admin/posts", blankForm(carl, "Carl's", "Words.")).header("Location");
        Map<String, String> form = seen("Carl's", "Words.", "schedule");
        form.put("due", "2026-03-02T12:00");
        assertThat(bob.send(post, form).status()).isEqualTo(303);

        assertThat(carl.visit(post).text(".notice")).contains("ask an editor to take it back");
        assertThat(acts(carl, post)).doesNotContain("save", "move", "trash");
    }

    @Test
    void a_post_is_linked_with_another_by_its_address_however_much_of_it_is_typed() {
        String english = published("Waxwing");
        String farsi = ada.send("/admin/posts", inLanguage("fa", blankForm(ada, "بال مومی", "Words.")))
                .header("Location");

        for (String typed : List.of(
                "بال-مومی", "/بال-مومی/", " https://blog.example/%D8%A8%D8%A7%D9%84-%D9%85%D9%88%D9%85%DB%8C ")) {
            Visit linked = act(english, "Waxwing", Map.of("act", "link", "translationOf", typed));

            assertThat(linked.status()).as(typed).isEqualTo(303);
            assertThat(translations(english)).containsExactly("فارسی: بال مومی Draft");
            assertThat(translations(farsi)).containsExactly("English: Waxwing Published");
            act(english, "Waxwing", Map.of("act", "unlink")).status();
            assertThat(translations(farsi)).isEmpty();
        }
    }

    @Test
    void an_address_of_a_translation_that_was_typed_is_not_dropped_by_a_save() {
        String english = published("Waxwing");
        ada.send("/admin/posts", inLanguage("de", blankForm(ada, "Seidenschwanz", "Words.")))
                .status();

        act(english, "Waxwing", Map.of("act", "save", "translationOf", "/seidenschwanz"))
                .status();

        assertThat(translations(english)).containsExactly("Deutsch: Seidenschwanz Draft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit",
                "publish-changes",
                "discard-changes",
                "date",
                "unpublish",
                "archive",
                "trash",
                "share",
                "unlink"
            })
    void no_button_drops_the_address_of_a_translation_that_was_typed(String act) {
        String english = published("Waxwing");
        ada.send("/admin/posts", inLanguage("de", blankForm(ada, "Seidenschwanz", "Words.")))
                .status();

        Map<String, String> typed =
                new HashMap<>(Map.of("act", act, "markdown", "More words.", "translationOf", "/seidenschwanz"));
        if (act.equals("date")) {
            typed.put("publishedAt", "2019-12-31T23:30");
        }

        Visit done = act(english, "Waxwing", typed);

        assertThat(done.status()).isEqualTo(303);
        assertThat(translations(english)).containsExactly("Deutsch: Seidenschwanz Draft");
    }

    @Test
    void nothing_is_published_while_the_address_of_a_translation_is_wrong() {
        String draft =
                ada.send("/admin/posts", blankForm(ada, "Waxwing", "Words.")).header("Location");

        Visit refused =
                act(draft, "Waxwing", Map.of("act", "publish", "markdown", "More.", "translationOf", "/nowhere"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("[role=alert]")).contains("The text is saved");
        assertThat(refused.text("#translationOf-error")).contains("There is no post at /nowhere");
        assertThat(refused.page().selectFirst("#translationOf").val()).isEqualTo("/nowhere");
        assertThat(text(draft)).isEqualTo("More.");
        assertThat(blog.visit("/waxwing").status()).isEqualTo(404);
    }

    @Test
    void a_draft_is_published_at_the_address_that_was_typed() {
        String draft = ada.send("/admin/posts", blankForm(ada, "Named by hand", "Words."))
                .header("Location");

        act(draft, "Named by hand", Map.of("act", "publish", "slug", "by-hand")).status();

        assertThat(blog.visit("/by-hand").status()).isEqualTo(200);
        assertThat(blog.visit("/named-by-hand").status()).isEqualTo(404);
    }

    @Test
    void what_was_typed_for_another_button_stays_in_its_field() {
        String draft =
                ada.send("/admin/posts", blankForm(ada, "Not yet", "Words.")).header("Location");

        Visit saved = act(draft, "Not yet", Map.of("act", "save", "due", "2031-01-01T08:00", "days", "3"));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.text(".said"))
                .isEqualTo(
                        "Saved. What you typed under Publish later and Preview link waits for the button beside it.");
        assertThat(saved.page().selectFirst("#due").val()).isEqualTo("2031-01-01T08:00");
        assertThat(saved.page().selectFirst("#days").val()).isEqualTo("3");
        assertThat(saved.page().selectFirst("#panel").hasAttr("open")).isTrue();
        assertThat(ada.visit(draft).page().selectFirst("#panel").hasAttr("open"))
                .isFalse();

        String post = published("Seen by readers");
        Visit shared = act(post, "Seen by readers", Map.of("act", "share", "slug", "elsewhere"));

        assertThat(shared.page().selectFirst("#slug").val()).isEqualTo("elsewhere");
        assertThat(shared.text(".said")).contains("/preview/", "under Address waits for the button beside it");
        assertThat(act(post, "Seen by readers", Map.of("act", "date", "publishedAt", "2019-12-31T23:30"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void nothing_that_was_typed_is_dropped_while_two_texts_are_put_together() {
        String draft =
                ada.send("/admin/posts", blankForm(ada, "Of two", "Words.")).header("Location");
        Map<String, String> form = hidden(ada.visit(draft));
        bob.send(draft, changed(draft, "Bob's words.", "save")).status();
        form.putAll(seen("Of two", "Ada's words.", "schedule"));
        form.putAll(Map.of("due", "2031-01-01T08:00", "slug", "by-hand", "translationOf", "/nowhere", "days", "3"));

        Visit both = ada.send(draft, form);

        assertThat(both.status()).isEqualTo(409);
        for (Element sent : both.page().select("form.editor, .versions form")) {
            assertThat(sent.select("[name=due]").val()).isEqualTo("2031-01-01T08:00");
            assertThat(sent.select("[name=slug]").val()).isEqualTo("by-hand");
            assertThat(sent.select("[name=slugBefore]").val()).isEqualTo("of-two");
            assertThat(sent.select("[name=translationOf]").val()).isEqualTo("/nowhere");
            assertThat(sent.select("[name=days]").val()).isEqualTo("3");
        }
    }

    @Test
    void who_wrote_nothing_is_shown_what_somebody_else_has_written_meanwhile_before_it_is_published() {
        String draft =
                ada.send("/admin/posts", blankForm(ada, "Of two", "Words.")).header("Location");
        Map<String, String> form = hidden(ada.visit(draft));
        bob.send(draft, changed(draft, "Bob's words.", "save")).status();
        form.putAll(seen("Of two", "Words.", "publish"));
        form.put("tags", "Lakes");

        Visit shown = ada.send(draft, form);

        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.text("[role=alert]"))
                .isEqualTo("Bob changed the text on 1 March 2026, 12:00 (UTC+00:00), and nothing was done."
                        + " Below is the newest text: look it through, and press again");
        assertThat(shown.page().selectFirst("#markdown").wholeText()).contains("Bob's words.");
        assertThat(shown.page().selectFirst("#tags").val()).isEqualTo("Lakes");
        assertThat(blog.visit("/of-two").status()).isEqualTo(404);
        form.putAll(hidden(shown));
        form.put("markdown", "Bob's words.");
        assertThat(ada.send(draft, form).status()).isEqualTo(303);
        assertThat(blog.visit("/of-two").text(".prose")).isEqualTo("Bob's words.");
    }

    @Test
    void an_address_of_a_translation_is_not_dropped_either_while_somebody_is_asked_about_a_move() {
        String english = published("Waxwing");
        ada.send("/admin/posts", inLanguage("de", blankForm(ada, "Seidenschwanz", "Words.")))
                .status();

        Visit asked = act(english, "Waxwing", Map.of("act", "save", "slug", "bird", "translationOf", "/seidenschwanz"));

        assertThat(asked.text("h1")).isEqualTo("Change the address?");
        assertThat(translations(english)).containsExactly("Deutsch: Seidenschwanz Draft");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /waxwing                     | A post is no translation of itself; choose another one
            /another                     | /another is the translation in 'en' already; choose another language, or unlink that one first
            /nowhere                     | There is no post at /nowhere; give the address of one
            /his-own                     | /his-own is by somebody else; ask an editor to link the two
            /his-secret                  | There is no post at /his-secret; give the address of one
            A title                      | Give the address of a post or page of this blog, such as /a-post
            https://elsewhere.example/a  | Give the address of a post or page of this blog, such as /a-post
            ''                           | Give the address of a post or page of this blog, such as /a-post
            """)
    void why_posts_cannot_be_linked_is_said_beside_the_field(String typed, String reason) {
        String english = published("Waxwing");
        published("Another");
        bob.send("/admin/posts", inLanguage("de", blankForm(bob, "His secret", "Words.")))
                .status();
        Map<String, String> own = inLanguage("de", blankForm(bob, "His own", "Words."));
        own.put("act", "publish");
        bob.send("/admin/posts", own).status();

        Visit refused = act(english, "Waxwing", Map.of("act", "link", "translationOf", typed));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#translationOf-error")).isEqualTo(reason);
        assertThat(refused.page().selectFirst("#translationOf").val()).isEqualTo(typed);
        assertThat(translations(english)).isEmpty();
    }

    @Test
    void a_translation_leads_to_where_it_is_worked_on_or_for_those_who_may_not_to_where_it_is_read() {
        String hers = published("Waxwing");
        Map<String, String> form = inLanguage("de", blankForm(bob, "Seidenschwanz", "Words."));
        form.put("act", "publish");
        String his = bob.send("/admin/posts", form).header("Location");
        Map<String, String> link = seen("Waxwing", "Words.");
        link.putAll(hidden(bob.visit(hers)));
        link.putAll(Map.of("act", "link", "translationOf", "seidenschwanz"));
        bob.send(hers, link).status();

        assertThat(ada.visit(hers).page().select("fieldset li a").attr("href")).isEqualTo("/seidenschwanz");
        assertThat(bob.visit(hers).page().select("fieldset li a").attr("href")).isEqualTo(his);
    }

    @Test
    void a_post_that_has_to_leave_its_translations_to_be_taken_back_says_so() {
        String english = published("Waxwing");
        ada.send("/admin/posts", inLanguage("de", blankForm(ada, "Seidenschwanz", "Words.")))
                .status();
        act(english, "Waxwing", Map.of("act", "link", "translationOf", "seidenschwanz"))
                .status();

        Visit refused = act(english, "Waxwing", Map.of("act", "publish-changes", "language", "de"));
        Visit back = act(english, "Waxwing", Map.of("act", "unpublish", "language", "de"));

        assertThat(refused.text("#language-error"))
                .isEqualTo(
                        "/seidenschwanz is the translation in 'de' already; choose another language for the changes, "
                                + "discard them, or unlink one of the two");
        assertThat(back.status()).isEqualTo(303);
        String said = HttpCookie.parse(back.header("Set-Cookie")).get(0).toString();
        assertThat(blog.visit(english)
                        .with("Cookie", ada.cookie() + "; " + said)
                        .text("[role=status]"))
                .startsWith("The post is a draft again, and readers do not see it. "
                        + "It is linked with no others any more: one of them has the language of its changes.");
        assertThat(translations(english)).isEmpty();
    }

    private List<String> translations(String post) {
        return bob.visit(post).page().select("fieldset li").eachText();
    }

    /** What a button does in a form of what is there. */
    private Visit act(String post, String title, Map<String, String> fields) {
        Map<String, String> form = seen(title, "Words.");
        form.putAll(hidden(ada.visit(post)));
        form.putAll(fields);
        return ada.send(post, form);
    }

    private static Map<String, String> inLanguage(String tag, Map<String, String> form) {
        form.put("language", tag);
        return form;
    }

    private static List<String> acts(Member who, String post) {
        return who.visit(post).page().select("button[name=act]").eachAttr("value");
    }

    private static List<String> offered(Member who, String post) {
        return who.visit(post).page().select("button[name=act]:not([hidden])").eachAttr("value");
    }

    private String forReview() {
        return bob.visit("/admin/posts?status=in_review").text(".shelf");
    }

    private String publishedFor(Member writer, String title) {
        String post =
                writer.send("/admin/posts", blankForm(writer, title, "Words.")).header("Location");
        bob.send(post, seen(title, "Words.", "publish")).status();
        return post;
    }

    /** The form of a post as it is now, with other words in it. */
    private Map<String, String> changed(String post, String words, String act) {
        Visit visit = bob.visit(post);
        Map<String, String> form = hidden(visit);
        form.putAll(Map.of(
                "title", visit.page().selectFirst("#title").val(), "markdown", words, "language", "en", "act", act));
        return form;
    }

    private static Map<String, String> seen(String title, String words, String act) {
        Map<String, String> form = seen(title, words);
        form.put("act", act);
        return form;
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

    private String published(String title) {
        Map<String, String> form = blankForm(ada, title, "Words.");
        form.put("act", "publish");
        return ada.send("/admin/posts", form).header("Location");
    }

    private static Map<String, String> hidden(Visit visit) {
        return visit.page().select("main input[type=hidden]").stream()
                .filter(field -> !field.attr("name").equals("csrf"))
                .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
    }

    private String text(String post) {
        return bob.visit(post).page().selectFirst("#markdown").wholeText().strip();
    }

    private int revisions(String post) {
        PostId id = PostId.parse(post.substring("/admin/posts/".length()));
        return blog.posts().queries().revisions(id).size();
    }
}
