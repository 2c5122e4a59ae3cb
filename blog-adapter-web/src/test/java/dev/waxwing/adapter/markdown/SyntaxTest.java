package dev.waxwing.adapter.markdown;

import static dev.waxwing.adapter.markdown.Rendered.html;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What authors write, and what becomes of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SyntaxTest {

    @Test
    void a_block_quote_that_ends_with_a_dash_is_a_quotation_with_attribution() {
        assertThat(html("""
                > Maecenas id finibus felis.
                > Etiam vitae nibh.
                >
                > — Larry L. Johnson, *Collected Letters*, [archive](https://example.org/letters)
                """)).isEqualTo("""
                <figure class="quotation">
                <blockquote cite="https://example.org/letters">
                <p>Maecenas id finibus felis.
                Etiam vitae nibh.</p>
                </blockquote>
                <figcaption>Larry L. Johnson, <cite>Collected Letters</cite>, <a href="https://example.org/letters">archive</a>\
                </figcaption></figure>""");
    }

    @Test
    void the_attribution_may_be_the_last_line_and_start_with_two_hyphens() {
        assertThat(html("> So it goes.\n> -- Kurt Vonnegut")).isEqualTo("""
                <figure class="quotation">
                <blockquote>
                <p>So it goes.</p>
                </blockquote>
                <figcaption>Kurt Vonnegut</figcaption></figure>""");
    }

    @Test
    void lines_of_speech_are_no_attribution_and_neither_is_a_quote_of_one_line() {
        assertThat(html("> — Who is there?\n> — It is I.", "ru"))
                .startsWith("<blockquote>")
                .doesNotContain("figcaption");
        assertThat(html("> — Who is there?")).startsWith("<blockquote>").doesNotContain("figcaption");
    }

    @Test
    void git_hub_alerts_are_admonitions() {
        assertThat(html("""
                > [!WARNING]
                > Do not feed the **birds**.
                """)).isEqualTo("""
                <div class="admonition warning" role="note">
                <p class="admonition-title">Warning</p>
                <p>Do not feed the <strong>birds</strong>.</p>
                </div>""");
    }

    @Test
    void an_alert_may_have_a_title_of_its_own_and_speaks_the_language_of_the_post() {
        assertThat(html("> [!TIP] Try *this*\n> Body", "de")).isEqualTo("""
                <div class="admonition tip" role="note">
                <p class="admonition-title">Try <em>this</em></p>
                <p>Body</p>
                </div>""");
        assertThat(html("> [!TIP]\n> Body", "de")).contains("<p class=\"admonition-title\">Tipp</p>");
        assertThat(html("> [!SOMETHING]\n> Body")).contains("[!SOMETHING]").startsWith("<blockquote>");
    }

    @Test
    void indented_admonitions_hold_any_blocks() {
        assertThat(html("""
                !!! note "On *birds*"
                    First.

                    - a list

                After.
                """)).isEqualTo("""
                <div class="admonition note" role="note">
                <p class="admonition-title">On <em>birds</em></p>
                <p>First.</p>
                <ul>
                <li>a list</li>
                </ul>
                </div>
                <p>After.</p>""");
        assertThat(html("!!! danger\n    Mind the gap.")).contains("\"admonition caution\"", ">Caution<");
        assertThat(html("!!! example\n    One.")).contains("\"admonition note\"", ">Example<");
    }

    @Test
    void a_picture_alone_with_a_title_is_a_figure_with_caption() {
        assertThat(html("![A waxwing](waxwing.jpg \"Bombycilla, \\\"silktail\\\"\")"))
                .isEqualTo("""
                <figure><img src="waxwing.jpg" alt="A waxwing" loading="lazy" decoding="async">\
                <figcaption>Bombycilla, “silktail”</figcaption></figure>""");
        assertThat(html("[![A](a.jpg \"Caption\")](/large)")).isEqualTo("""
                <figure><a href="/large"><img src="a.jpg" alt="A" loading="lazy" decoding="async"></a>\
                <figcaption>Caption</figcaption></figure>""");
        assertThat(html("See ![A](a.jpg \"Title\")"))
                .isEqualTo(
                        "<p>See <img src=\"a.jpg\" alt=\"A\" title=\"Title\" loading=\"lazy\" decoding=\"async\"></p>");
    }

    @Test
    void a_picture_of_the_blog_s_own_media_has_its_dimensions() {
        assertThat(html("![](/media/0123456789abcdef0123456789abcdef-300x200.jpg)"))
                .isEqualTo("""
                <p><img src="/media/0123456789abcdef0123456789abcdef-300x200.jpg" alt="" width="300" height="200" \
                loading="lazy" decoding="async"></p>""");
    }

    @Test
    void a_wide_picture_of_the_blog_s_own_media_is_offered_at_smaller_widths() {
        String picture = "/media/0123456789abcdef0123456789abcdef-700x500";

        assertThat(html("![](" + picture + ".jpg)")).isEqualTo("""
                <p><img src="%1$s.jpg" alt="" width="700" height="500" \
                srcset="%1$s-320w.jpg 320w, %1$s-640w.jpg 640w, %1$s.jpg 700w" sizes="(min-width: 42rem) 40rem, 100vw" \
                loading="lazy" decoding="async"></p>""".formatted(picture));
    }

    @Test
    void the_widths_that_an_author_offers_stay() {
        assertThat(
                        html(
                                "<img src=\"/media/0123456789abcdef0123456789abcdef-700x500.jpg\" srcset=\"/a.jpg 2x\" alt=\"\">"))
                .contains("srcset=\"/a.jpg 2x\"")
                .doesNotContain("sizes");
    }

    @Test
    void terms_with_their_definitions_are_a_definition_list() {
        assertThat(html("""
                Apple
                Pear
                :   A fruit
                : *Pomaceous*

                Orange

                :   A colour, too.

                    With a second paragraph.
                """)).isEqualTo("""
                <dl>
                <dt>Apple</dt>
                <dt>Pear</dt>
                <dd>A fruit</dd>
                <dd><em>Pomaceous</em></dd>
                <dt>Orange</dt>
                <dd>
                <p>A colour, too.</p>
                <p>With a second paragraph.</p>
                </dd>
                </dl>""");
    }

    @Test
    void a_colon_within_a_text_or_a_list_starts_no_definition() {
        assertThat(html("A text\n:not a definition")).doesNotContain("<dl>");
        assertThat(html("- item\n: text")).doesNotContain("<dl>");
        assertThat(html(": alone")).isEqualTo("<p>: alone</p>");
    }

    @Test
    void a_bare_address_of_a_film_is_a_card_that_links_to_it() {
        assertThat(html("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42")).isEqualTo("""
                <figure class="video"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=42">\
                <span class="video-title">Video on YouTube</span>\
                <span class="video-address">youtube.com/watch?v=dQw4w9WgXcQ&amp;t=42</span></a></figure>""");
        assertThat(html("<https://vimeo.com/12345678>")).contains("Video on Vimeo");
        assertThat(html("https://framatube.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d"))
                .contains("Video on PeerTube");
        assertThat(html("See https://vimeo.com/12345678")).doesNotContain("figure");
        assertThat(html("[My film](https://vimeo.com/12345678)")).doesNotContain("figure");
    }

    @Test
    void fenced_code_has_a_label_and_colours() {
        assertThat(html("""
                ```java
                // <b>
                int x = 1;
                ```
                """)).isEqualTo("""
                <figure class="code"><figcaption>Java</figcaption><pre tabindex="0"><code class="language-java">\
                <span class="hl-comment">// &lt;b&gt;</span>
                <span class="hl-builtin">int</span> x = <span class="hl-number">1</span>;
                </code></pre></figure>""");
    }

    @Test
    void code_without_a_language_or_of_an_unknown_one_stays_plain() {
        assertThat(html("    int x;"))
                .isEqualTo("<figure class=\"code\"><pre tabindex=\"0\"><code>int x;\n</code></pre></figure>");
        assertThat(html("```brainwave\nint x;\n```")).isEqualTo("""
                <figure class="code"><figcaption>brainwave</figcaption><pre tabindex="0"><code class="language-brainwave">\
                int x;
                </code></pre></figure>""");
        assertThat(html("```text\nint x;\n```")).doesNotContain("figcaption");
    }

    @Test
    void the_first_word_of_a_fence_names_its_language_in_many_spellings() {
        for (String info :
                new String[] {"rust,ignore", "rs", "Rust {linenos=true}", "{.rust}", "rust{1,3-4}", "rust  title=x"}) {
            assertThat(html("```" + info + "\nfn\n```"))
                    .as(info)
                    .contains("<figcaption>Rust</figcaption>", "language-rust");
        }
    }

    @Test
    void tables_are_aligned_and_scroll_in_a_region_that_the_keyboard_reaches() {
        assertThat(html("""
                | Bird | Weight |   |
                |:-----|-------:|:-:|
                | Wren | 9 g    | x |
                """)).isEqualTo("""
                <div class="table" tabindex="0" role="region" aria-label="Table 1"><table>
                <thead>
                <tr>
                <th class="align-left">Bird</th>
                <th class="align-right">Weight</th>
                <td class="align-center"></td>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-left">Wren</td>
                <td class="align-right">9 g</td>
                <td class="align-center">x</td>
                </tr>
                </tbody>
                </table></div>""");
    }

    @Test
    void boxes_of_task_lists_say_what_they_show() {
        assertThat(html("- [x] written\n- [ ] read\n- ~~lost~~")).isEqualTo("""
                <ul class="tasks">
                <li><input type="checkbox" disabled checked aria-label="Done"> written</li>
                <li><input type="checkbox" disabled aria-label="To do"> read</li>
                <li><del>lost</del></li>
                </ul>""");
    }

    @Test
    void footnotes_lead_there_and_back() {
        assertThat(html("""
                One[^bird] and again[^bird].

                [^bird]: Bombycilla.
                """)).isEqualTo("""
                <p>One<sup class="footnote-ref"><a href="#fn-bird" id="fnref-bird" role="doc-noteref" \
                aria-label="Footnote 1">1</a></sup> and again<sup class="footnote-ref"><a href="#fn-bird" \
                id="fnref-bird:2" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>
                <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
                <ol>
                <li id="fn-bird">
                <p>Bombycilla. <a href="#fnref-bird" class="footnote-back" aria-label="Back to reference 1" \
                role="doc-backlink">↩︎</a> <a href="#fnref-bird:2" class="footnote-back" \
                aria-label="Back to reference 1-2" role="doc-backlink"><sup class="footnote-ref">2</sup>↩︎</a></p>
                </li>
                </ol>
                </section>""");
    }

    @Test
    void labels_of_footnotes_never_meet_in_one_id() {
        String html = html("[^a][^a][^a-2][^50%][^50§]\n\n[^a]: x\n[^a-2]: y\n[^50%]: z\n[^50§]: w");

        assertThat(html).contains("id=\"fnref-a:2\"", "id=\"fnref-a-2\"", "id=\"fn-50-\"", "id=\"fn-50-.2\"");
    }

    @Test
    void raw_html_that_is_on_the_list_stays() {
        String html = """
                <details open><summary>More</summary>
                <p>Press <kbd>Ctrl</kbd>, <abbr title="HyperText">HT</abbr>, H<sub>2</sub>O, <mark>marked</mark>,
                <ins>in</ins>, <del>out</del>, <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>
                <dl><dt>a</dt><dd>b</dd></dl>
                <picture><source srcset="/a.webp 1x, /b.webp 2x" type="image/webp"><img src="/a.png" alt="A"></picture>
                <video src="/media/0123456789abcdef0123456789abcdef.mp4" controls></video>
                </details>""";

        assertThat(html(html))
                .isEqualTo(html.replace(" alt=\"A\">", " alt=\"A\" loading=\"lazy\" decoding=\"async\">")
                        .replace(" controls>", " controls=\"\">"));
        assertThat(Rendered.of(html).removed()).isEmpty();
    }
}
