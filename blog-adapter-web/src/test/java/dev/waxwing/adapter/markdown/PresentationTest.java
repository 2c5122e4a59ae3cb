package dev.waxwing.adapter.markdown;

import static dev.waxwing.adapter.markdown.Rendered.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Direction, plain words and absolute addresses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PresentationTest {

    @Test
    void a_block_that_runs_against_the_language_says_so() {
        assertThat(html("Hello\n\nשלום עולם", "en")).isEqualTo("<p>Hello</p>\n<p dir=\"rtl\">שלום עולם</p>");
        assertThat(html("Hello\n\nשלום", "he")).isEqualTo("<p dir=\"ltr\">Hello</p>\n<p>שלום</p>");
        assertThat(html("- یک\n- دو", "en")).isEqualTo("<ul dir=\"rtl\">\n<li>یک</li>\n<li>دو</li>\n</ul>");
    }

    @Test
    void the_majority_of_letters_decides_not_the_first_word() {
        assertThat(html("Linux היא מערכת הפעלה חופשית", "he")).doesNotContain("dir=");
    }

    @Test
    void one_long_name_does_not_turn_a_heading_around() {
        assertThat(html("## התקנה של Kubernetes", "he")).doesNotContain("dir=");
        assertThat(html("## על PostgreSQL", "he")).doesNotContain("dir=");
    }

    @Test
    void a_picture_on_another_site_is_a_link_to_it() {
        assertThat(html("![A heron](https://pictures.example/heron.jpg)", "en"))
                .isEqualTo(
                        "<p><a class=\"remote-picture\" href=\"https://pictures.example/heron.jpg\">A heron</a></p>");
        assertThat(html("![](//pictures.example/heron.jpg)", "de")).contains(">Bild auf pictures.example</a>");
        assertThat(html("[![A heron](https://pictures.example/small.jpg)](/heron)", "en"))
                .isEqualTo("<p><a href=\"/heron\">A heron</a></p>");
        assertThat(html(
                        "<picture><source srcset=\"https://pictures.example/a.webp\"><img src=\"a.png\"></picture>",
                        "en"))
                .doesNotContain("pictures.example")
                .contains("<img src=\"a.png\"");
        assertThat(html("<picture><img src=\"//a.example/a.png\"><img src=\"//a.example/b.png\"></picture>", "en"))
                .doesNotContain("<img");
        assertThat(html("![](HTTPS://pictures.example/heron.jpg)", "en")).contains(">Picture on pictures.example</a>");
    }

    @Test
    void sizes_of_a_picture_on_another_site_are_not_offered() {
        assertThat(html("<img src=\"a.png\" srcset=\"https://b.example/b.png 2x\" sizes=\"50vw\" alt=\"A\">", "en"))
                .isEqualTo("<img src=\"a.png\" alt=\"A\" loading=\"lazy\" decoding=\"async\">");
        assertThat(html("<img src=\"a.png\" srcset=\"//b.example/b.png 3x, c.png 2x\">", "en"))
                .contains("srcset=\"c.png 2x\"");
        assertThat(html(
                        "<picture><source srcset=\"c.png, Http://b.example/b.png 2x\"><img src=\"a.png\"></picture>",
                        "en"))
                .contains("<source srcset=\"c.png\">");
    }

    @Test
    void code_runs_left_to_right_in_every_language() {
        assertThat(html("    x = 1", "he")).contains("<pre tabindex=\"0\" dir=\"ltr\">");
        assertThat(html("`code` שלום", "he")).doesNotContain("dir=");
    }

    @Test
    void the_words_alone_are_those_an_author_wrote() {
        assertThat(Rendered.of("""
                        # Title

                        A *short* text[^1] with `code`.
                        Next line.

                        - one
                        - two

                        ```java
                        int x;

                        int y;
                        ```

                        [^1]: A note.
                        """).body().text())
                .isEqualTo("Title\nA short text with code. Next line.\none\ntwo\nint x;\n\nint y;\nA note.");
    }

    @Test
    void the_words_of_one_block_never_run_into_those_of_the_next() {
        assertThat(Rendered.of("""
                        ## Sizes
                        | Name | Size |
                        | -- | -- |
                        | small | `1 kB` |

                        Roses are red<br>and so on.

                        <div>one</div><p>two<p>three<dl><dt>four<dd>five</dl>
                        """).body().text())
                .isEqualTo("Sizes\nName\nSize\nsmall\n1 kB\nRoses are red and so on.\none\ntwo\nthree\nfour\nfive");
    }

    @Test
    void words_are_counted_as_a_reader_reads_them() {
        assertThat(Rendered.of("It's a well-set book, isn't it? 1,000 times!")
                        .body()
                        .words())
                .isEqualTo(9);
        assertThat(Rendered.of("日本語の文章です", "ja").body().words()).isEqualTo(4);
        assertThat(Rendered.of("שלום עולם", "he").body().words()).isEqualTo(2);
        assertThat(Rendered.of("").body().words()).isZero();
    }

    @Test
    void a_feed_carries_absolute_addresses_only() {
        String html = html("[a](b \"t\") [c](/d?e&f) [g](#h) [i](https://j.org/k) [l](mailto:m@n.org) ![o](p.png)\n\n"
                + "<picture><source srcset=\"q.webp 2x, /r.webp\"><img src=s.png></picture>");

        assertThat(Rendered.RENDERER.absolute(html, URI.create("https://example.org/blog/post")))
                .contains(
                        "href=\"https://example.org/blog/b\" title=\"t\"",
                        "href=\"https://example.org/d?e&amp;f\"",
                        "href=\"https://example.org/blog/post#h\"",
                        "href=\"https://j.org/k\"",
                        "href=\"mailto:m@n.org\"",
                        "src=\"https://example.org/blog/p.png\"",
                        "srcset=\"https://example.org/blog/q.webp 2x, https://example.org/r.webp\"",
                        "src=\"https://example.org/blog/s.png\"");
    }

    @Test
    void what_only_looks_like_an_address_is_none() {
        String html = html(
                "`<a href=\"b\">` href=\"c\" ![src=](https://d.org \"e src=\") [f](https://g.org?a&b \"href='h'>\")");

        assertThat(Rendered.RENDERER.absolute(html, URI.create("https://example.org/p")))
                .isEqualTo(html);
    }

    @Test
    void only_addresses_change_on_the_way_to_a_feed() {
        String html =
                html("# “A”\n\nCafé & <b>x</b> 日本 `a  b`\n\n```java\n  int x;\n```\n\n| a | b |\n|---|---|\n| c | d |");

        assertThat(Rendered.RENDERER
                        .absolute(html, URI.create("https://example.org/p"))
                        .replace("https://example.org/p#", "#"))
                .isEqualTo(html);
    }

    @Test
    void the_source_is_kept_as_it_was_written() {
        String markdown = "\uFEFF# a\r\n\tb c\r\n";

        assertThat(Rendered.of(markdown).body().markdown()).isEqualTo(markdown);
        assertThat(html(markdown)).startsWith("<h2 id=\"a\">");
    }
}
