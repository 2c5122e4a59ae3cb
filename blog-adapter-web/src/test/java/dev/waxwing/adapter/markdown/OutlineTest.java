package dev.waxwing.adapter.markdown;

import static dev.waxwing.adapter.markdown.Rendered.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Levels and names of headings, and the contents made of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutlineTest {

    @Test
    void the_highest_heading_is_h2_whatever_the_source_uses() {
        assertThat(levels("# A\n## B\n# C")).containsExactly("h2", "h3", "h2");
        assertThat(levels("## A\n### B\n## C")).containsExactly("h2", "h3", "h2");
        assertThat(levels("### A\n#### B\n### C")).containsExactly("h2", "h3", "h2");
    }

    @Test
    void no_level_is_skipped_and_none_is_below_h6() {
        assertThat(levels("## A\n#### B\n### C\n## D")).containsExactly("h2", "h3", "h3", "h2");
        assertThat(levels("#### A\n## B\n# C")).containsExactly("h2", "h2", "h2");
        assertThat(levels("# A\n## B\n### C\n#### D\n##### E\n###### F")).endsWith("h5", "h6", "h6");
        assertThat(levels("<h1>A</h1>\n\n<h4>B</h4>")).containsExactly("h2", "h3");
    }

    @Test
    void ids_keep_the_letters_of_any_script() {
        assertThat(ids("## Über uns: C++ & Java!\n## 日本語の見出し\n## שלום עולם\n## `code_x`\n## ?!"))
                .containsExactly("über-uns-c--java", "日本語の見出し", "שלום-עולם", "code_x", "section");
    }

    @Test
    void ids_are_unique_and_those_an_author_chose_come_first() {
        assertThat(ids("## A\n## A\n## A-1\n## A")).containsExactly("a", "a-1", "a-1-1", "a-2");
        assertThat(ids("## B\n## X {#b}\n## Y {#b}")).containsExactly("b-1", "b", "y");
    }

    @Test
    void an_author_s_id_is_not_part_of_the_words() {
        assertThat(html("## Title {#mine}")).isEqualTo("""
                <h2 id="mine">Title<a class="anchor" href="#mine" aria-hidden="true" tabindex="-1"></a></h2>""");
        assertThat(html("## Title {: #mine}")).contains("<h2 id=\"mine\">Title<");
        assertThat(html("## Title {#a b}")).contains("Title {#a b}");
    }

    @Test
    void ids_keep_clear_of_the_page_and_of_names_that_scripts_use_and_links_follow() {
        assertThat(html("[there](#main)\n\n## Main\n\n[out](#page-words)"))
                .contains("<a href=\"#s-main\">there</a>", "<h2 id=\"s-main\">", "<a href=\"#page-words\">out</a>");
        assertThat(ids("## Title\n## X {#page-x}\n## Y {#parentNode}\n## Z {#onclick}"))
                .containsExactly("s-title", "s-page-x", "s-parentNode", "s-onclick");
    }

    @Test
    void contents_are_a_nested_list_of_links() {
        String markdown = "# One\n## Two *em*\n### Three\n# Four[^1]\n\n[^1]: x";

        assertThat(Rendered.of(markdown).body().contents()).isEqualTo("""
                <ol><li><a href="#one">One</a><ol><li><a href="#two-em">Two em</a><ol><li><a href="#three">Three</a></li></ol>\
                </li></ol></li><li><a href="#four">Four</a></li></ol>""");
    }

    @Test
    void fewer_than_three_headings_have_no_contents() {
        assertThat(Rendered.of("# A\n# B").body().contents()).isEmpty();
    }

    @Test
    void contents_stand_where_the_author_wants_them_but_once() {
        assertThat(html("[TOC]\n\n# A\n\n[TOC]")).isEqualTo("""
                <nav class="contents" aria-label="Contents"><ol><li><a href="#a">A</a></li></ol></nav>
                <h2 id="a">A<a class="anchor" href="#a" aria-hidden="true" tabindex="-1"></a></h2>""");
        assertThat(html("[TOC]")).isEmpty();
        assertThat(html("A [TOC] within a text")).isEqualTo("<p>A [TOC] within a text</p>");
    }

    private static List<String> levels(String markdown) {
        return matches("<(h\\d)", html(markdown));
    }

    private static List<String> ids(String markdown) {
        return matches("<h\\d id=\"([^\"]*)\"", html(markdown));
    }

    private static List<String> matches(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
