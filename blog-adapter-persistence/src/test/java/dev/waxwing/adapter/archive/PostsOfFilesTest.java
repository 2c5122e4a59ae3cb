package dev.waxwing.adapter.archive;

import static dev.waxwing.adapter.archive.Folder.notes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchivedPost;
import dev.waxwing.application.archive.ArchivedPost.Visibility;
import dev.waxwing.application.archive.Note;
import dev.waxwing.domain.post.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a single file says: title, date, state, language. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostsOfFilesTest {
    @TempDir
    Path root;

    private ArchivedPost post(String name, String text) {
        return new Folder(root).with(name, text).post();
    }

    @Test
    void the_header_says_what_a_post_is() {
        ArchivedPost post = post("content/posts/hello.md", """
                ---
                title: Hello, world
                date: 2024-03-30T10:00:00+01:00
                lastmod: 2024-04-01
                summary: A *short* <b>summary</b> &amp; more
                canonical: https://example.org/hello
                lang: de-AT
                ---

                Text
                """);

        assertThat(post.title().value()).isEqualTo("Hello, world");
        assertThat(post.kind()).isEqualTo(Post.Kind.ARTICLE);
        assertThat(post.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(post.publishedAt()).contains(Instant.parse("2024-03-30T09:00:00Z"));
        assertThat(post.updatedAt()).contains(Instant.parse("2024-04-01T00:00:00Z"));
        assertThat(post.excerpt()).isEqualTo("A *short* summary & more");
        assertThat(post.canonical().orElseThrow().value()).isEqualTo("https://example.org/hello");
        assertThat(post.language().value()).isEqualTo("de-AT");
        assertThat(post.markdown()).isEqualTo("Text\n");
        assertThat(post.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "---\\ntitle: A   b \\n---\\nText                 | A b",
                "---\\ntitle: >\\n  Two\\n  lines\\n---\\nText      | Two lines",
                "---\\ntitle: '&ldquo;A&rdquo; &amp; &#8217;B'\\n---\\nText | “A” & ’B",
                "---\\ntitle: '&amp;lt;'\\n---\\nText               | &lt;",
                "---\\ntitle: a <em>b</em> <br/>c\\n---\\nText       | a b c",
                "---\\ntitle: 日本語 🎉\\n---\\nText                | 日本語 🎉",
                "+++\\n[extra]\\ntitle = \"Inner\"\\n+++\\nText       | Inner",
                "---\\ndate: 2020-01-01\\n---\\n# The *first* heading #\\n\\nText | The *first* heading",
                "---\\ndate: 2020-01-01\\n---\\nSet below\\n=====\\n\\nText      | Set below",
                "---\\ndate: 2020-01-01\\n---\\nNo heading               | My first post",
            })
    void a_title_is_found_trimmed_and_decoded_once(String text, String title) {
        assertThat(post("2020-01-01-my-first_post.md", text.translateEscapes())
                        .title()
                        .value())
                .isEqualTo(title);
    }

    @Test
    void a_heading_that_became_the_title_is_not_repeated() {
        ArchivedPost post = post("2020-01-01-x.md", "# Title\n\nText\n\n# Next\n");

        assertThat(post.markdown()).isEqualTo("Text\n\n# Next\n");
        assertThat(post.notes())
                .containsExactly(new Note(0, "no title in the header: the first heading stands for it"));
    }

    @Test
    void a_heading_below_a_title_stays() {
        assertThat(post("2020-01-01-x.md", "---\ntitle: Title\n---\n# Title\n\nText")
                        .markdown())
                .isEqualTo("# Title\n\nText");
    }

    @Test
    void a_title_that_is_too_long_is_cut_at_a_word() {
        ArchivedPost post = post("2020-01-01-x.md", "---\ntitle: " + "word ".repeat(100) + "\n---\nText");

        assertThat(post.title().value()).hasSizeBetween(290, 300).endsWith("word…");
        assertThat(notes(post)).contains("the title was cut to 300 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02-x.md                | date: 2024-05-06               | 2024-05-06",
                "2024-01-02-x.md                | title: x                       | 2024-01-02",
                "2024/03/30/x.md                | title: x                       | 2024-03-30",
                "2024/03/x.md                   | title: x                       | 2024-03-01",
                "x.md                           | permalink: /2023/07/08/x/      | 2023-07-08",
                "2024-01-02-x.md                | permalink: /2023/07/08/x/      | 2023-07-08",
                "2024-01-02-x/index.md          | title: x                       | 2024-01-02",
                "x.md                           | published_at: 2022-02-02       | 2022-02-02",
                "2017-2-5-x.md                  | published: true                | 2017-02-05",
            })
    void a_date_is_taken_from_header_then_path_then_name_then_folder(String name, String header, String day) {
        assertThat(post(name, "---\ntitle: T\n%s\n---\nText".formatted(header)).publishedAt())
                .contains(Instant.parse(day + "T00:00:00Z"));
    }

    @Test
    void zolas_path_tells_the_date_where_nothing_else_does() {
        ArchivedPost post = post("content/Rust-1.12/index.md", """
                +++
                path = "2016/09/29/Rust-1.12"
                title = "Announcing"
                +++
                Text
                """);

        assertThat(post.publishedAt()).contains(Instant.parse("2016-09-29T00:00:00Z"));
    }

    @Test
    void a_date_without_a_zone_is_meant_in_the_blogs() {
        ArchivedPost post = new Folder(root)
                .with("x.md", "---\ntitle: T\ndate: 2024-07-01 00:30\n---\nText")
                .in(ZoneId.of("Europe/Berlin"))
                .post();

        assertThat(post.publishedAt()).contains(Instant.parse("2024-06-30T22:30:00Z"));
    }

    @Test
    void the_headers_date_wins_over_another_one_in_the_files_name() {
        ArchivedPost post = post("2024-01-02-x.md", "---\ntitle: T\ndate: 2024-01-03\n---\nText");

        assertThat(post.publishedAt()).contains(Instant.parse("2024-01-03T00:00:00Z"));
        assertThat(post.notes())
                .containsExactly(new Note(3, "the header's date 2024-01-03 holds, not 2024-01-02 of the file's name"));
    }

    @Test
    void a_date_that_is_none_is_told_and_the_next_source_is_asked() {
        ArchivedPost post = post("2024-01-02-x.md", "---\ntitle: T\ndate: 11-9-2017\n---\nText");

        assertThat(post.publishedAt()).contains(Instant.parse("2024-01-02T00:00:00Z"));
        assertThat(post.notes())
                .containsExactly(new Note(3, "date: '11-9-2017' could be two dates; write year-month-day"));
    }

    @Test
    void a_post_without_any_date_is_a_draft_and_never_of_today() {
        ArchivedPost post = post("notes.md", "---\ntitle: T\n---\nText");

        assertThat(post.publishedAt()).isEmpty();
        assertThat(post.visibility()).isEqualTo(Visibility.DRAFT);
        assertThat(notes(post)).containsExactly("a draft, because no date is known");
    }

    @Test
    void a_page_needs_no_date() {
        ArchivedPost post = post("about.md", "---\ntitle: T\ntype: page\n---\nText");

        assertThat(post.kind()).isEqualTo(Post.Kind.PAGE);
        assertThat(post.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(notes(post)).containsExactly("no date is known: the page is dated on the day of the import");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastmod", "updated", "modified", "last_modified_at"})
    void an_update_before_the_publication_is_left_out_and_told(String key) {
        ArchivedPost post = post("x.md", "---\ntitle: T\ndate: 2024-05-01\n%s: 2023-01-01\n---\nText".formatted(key));

        assertThat(post.updatedAt()).isEmpty();
        assertThat(notes(post))
                .containsExactly("it was updated before it was published: the date of the update is left out");
    }

    @Test
    void a_date_in_the_future_is_kept_as_it_is() {
        ArchivedPost post = post("x.md", "---\ntitle: T\ndate: 2030-01-01\n---\nText");

        assertThat(post.publishedAt()).contains(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(post.visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "draft: true             | its header says draft",
                "draft: yes              | its header says draft",
                "published: false        | its header says that it is not published",
                "status: hidden          | its status is hidden",
                "status: draft           | its status is draft",
                "unlisted: true          | its header says unlisted",
                "expiryDate: 2020-01-01  | it expired on 2020-01-01T00:00:00Z",
            })
    void what_the_archive_hides_stays_hidden(String header, String reason) {
        ArchivedPost post = post("2019-01-01-x.md", "---\ntitle: T\n%s\n---\nText".formatted(header));

        assertThat(post.visibility()).isEqualTo(Visibility.DRAFT);
        assertThat(notes(post)).containsExactly("a draft, because " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"draft: false", "published: true", "status: published", "expiryDate: 2099-01-01", "hidden: false"
            })
    void what_it_shows_stays_visible(String header) {
        assertThat(post("2019-01-01-x.md", "---\ntitle: T\n%s\n---\nText".formatted(header))
                        .visibility())
                .isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void a_title_of_characters_that_nobody_sees_is_kept_and_what_is_no_text_is_taken_out() {
        ArchivedPost post =
                post("2019-01-01-x.md", "---\ntags: x\ntitle: \"\\u202AEsc\\e &#127; &#14;\uFEFF\"\n---\nText");

        assertThat(post.title().value()).isEqualTo("\u202AEsc &#127; &#14;\uFEFF");
        assertThat(post.notes()).containsExactly(new Note(3, "1 control character(s) dropped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\ntitle: T\n---\n", "---\ntitle: T\n---\n\n  \n", "---\n---\n", "", "\uFEFF"})
    void a_post_without_text_is_a_draft(String text) {
        ArchivedPost post = post("2019-01-01-x.md", text);

        assertThat(post.visibility()).isEqualTo(Visibility.DRAFT);
        assertThat(notes(post)).contains("a draft, because it has no text");
    }

    @ParameterizedTest
    @CsvSource({
        "<!--more-->",
        "<!-- more -->",
        "<!--MORE Read on-->",
    })
    void a_more_marker_ends_the_summary(String marker) {
        ArchivedPost post = post("2019-01-01-x.md", "---\ntitle: T\n---\nFirst.\n\n" + marker + "\n\nSecond.");

        assertThat(post.markdown().substring(0, post.summaryEnd())).isEqualTo("First.\n\n");
    }

    @Test
    void a_more_marker_in_code_is_code() {
        assertThat(post("2019-01-01-x.md", "---\ntitle: T\n---\n```\n<!--more-->\n```\n")
                        .summaryEnd())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"excerpt, E", "summary, S", "description, D"})
    void an_excerpt_goes_before_a_summary_and_that_before_a_description(String first, String expected) {
        String all = "description: D\nsummary: S\nexcerpt: E\n";
        String header = all.substring(0, all.indexOf(first) + first.length() + 4);

        assertThat(post("2019-01-01-x.md", "---\ntitle: T\n" + header + "---\nText")
                        .excerpt())
                .isEqualTo(expected);
    }

    @Test
    void an_excerpt_is_never_longer_than_a_post_may_have() {
        assertThat(post("2019-01-01-x.md", "---\ntitle: T\nexcerpt: " + "word ".repeat(400) + "\n---\nText")
                        .excerpt())
                .hasSizeLessThanOrEqualTo(1000)
                .endsWith("…");
    }
}
