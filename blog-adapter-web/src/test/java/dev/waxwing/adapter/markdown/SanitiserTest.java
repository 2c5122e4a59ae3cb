package dev.waxwing.adapter.markdown;

import static dev.waxwing.adapter.markdown.Rendered.html;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.Rendering;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not reach a reader, and that its author hears of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SanitiserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](<java\nscript:alert(1)>)",
                "[a](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))",
                "[a](\u0001javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](vbscript:x) ![a](data:text/html;base64,PHN2Zz4=)",
                "[a]: javascript:alert(1)\n\n[a]",
                "<javascript:alert(1)>",
                "![x\" onerror=\"alert(1)](y)",
                "![x](y\" onerror=\"alert(1))",
                "[x](y \"z\\\" onmouseover=\\\"alert(1)\")",
                "```js\" onmouseover=\"alert(1)\nx\n```",
                "```\"><script>alert(1)</script>\nx\n```",
                "## <img src=x onerror=alert(1)> {#a\" onclick=\"alert(1)}",
                "[^\"><script>]\n\n[^\"><script>]: x",
                "> [!NOTE] <script>alert(1)</script>\n> x",
                "> x\n> — [a](javascript:alert(1))",
                "<script>alert(1)</script>",
                "<ScRiPt\n>alert(1)</sCrIpT\n>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<template><img src=x onerror=alert(1)></template>",
                "<style>@import 'x';</style><link rel=stylesheet href=x><base href=//x>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\">",
                "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
                "<input onfocus=alert(1) autofocus> <select onfocus=alert(1) autofocus><option>x</select>",
                "<a href=\" &#14; javascript:alert(1)\">x</a> <a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<a xlink:href=\"javascript:alert(1)\" ping=x target=_blank>x</a>",
                "<img src=x onerror=alert(1) style=\"position:fixed\" srcset=\"javascript:alert(1) 1x\">",
                "<video poster=javascript:alert(1) onerror=alert(1)><source onerror=alert(1)></video>",
                "<audio src=//evil.example/a.mp3 autoplay onplay=alert(1)>",
                "<details open ontoggle=alert(1)><summary>x</summary></details>",
                "<div style=\"background:url(javascript:alert(1))\" onclick=alert(1)>x</div>",
                "<table background=javascript:alert(1)><td background=javascript:alert(1)>x</table>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
                "<isindex type=image src=x onerror=alert(1)> <marquee onstart=alert(1)>x</marquee>",
                "<p id=body><p id=parentNode><img name=getElementById><form id=x><input name=attributes>",
                "<!--><img src=x onerror=alert(1)>--> <?x ><img src=x onerror=alert(1)>?> <![CDATA[<script>alert(1)</script>]]>",
                "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
                "<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>",
                "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
                "<a id=defaultView><a id=defaultView name=x>",
                "<li><input type=checkbox onclick=alert(1) name=x form=y>",
            })
    void nothing_active_is_left_of(String payload) {
        Rendering rendering = Rendered.of(payload);

        assertHarmless(rendering.body().html());
        assertHarmless(
                Rendered.RENDERER.absolute(rendering.body().html(), java.net.URI.create("https://example.org/post")));
        assertThat(Sanitiser.clean(rendering.body().html()).body().html().strip())
                .isEqualTo(rendering.body().html());
    }

    /** Independent of the allow-list on purpose: what browsers run, spelled out. */
    static void assertHarmless(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().select("*")) {
            assertThat(element.normalName())
                    .isNotIn(
                            "script",
                            "style",
                            "iframe",
                            "object",
                            "embed",
                            "frame",
                            "base",
                            "meta",
                            "link",
                            "svg",
                            "math",
                            "form",
                            "button",
                            "template",
                            "noscript",
                            "textarea",
                            "select",
                            "xmp",
                            "plaintext",
                            "animate");
            for (Attribute attribute : element.attributes()) {
                String value =
                        attribute.getValue().toLowerCase(java.util.Locale.ROOT).replaceAll("[\\p{Cntrl}\\s]", "");
                assertThat(attribute.getKey())
                        .doesNotStartWith("on")
                        .isNotIn(
                                "style",
                                "srcdoc",
                                "action",
                                "formaction",
                                "name",
                                "ping",
                                "target",
                                "background",
                                "xmlns");
                if (attribute.getKey().matches("href|src|srcset|poster|cite")) {
                    assertThat(value).doesNotContainPattern("^(javascript|vbscript|data|file|blob):");
                }
            }
            assertThat(element.id()).isNotIn("body", "parentNode", "getElementById", "attributes", "defaultView");
        }
    }

    @Test
    void an_author_hears_what_was_taken_out() {
        Rendering rendering = Rendered.of("""
                <p onclick="x" style="color:red" class="a" data-x="y">Hello <font>there</font> <a href="javascript:x">j</a></p>
                <script>alert(1)</script>
                <iframe src="https://maps.example.org/embed?x=1"></iframe>
                """);

        assertThat(rendering.removed())
                .containsExactly(
                        "attribute onclick on p",
                        "attribute style on p",
                        "font",
                        "attribute href on a",
                        "script",
                        "iframe https://maps.example.org/embed?x=1");
        assertThat(rendering.body().html())
                .contains("<p>Hello there <a>j</a></p>")
                .doesNotContain("alert");
    }

    @Test
    void what_was_embedded_can_still_be_followed() {
        assertThat(html("<iframe src=\"//www.youtube.com/embed/dQw4w9WgXcQ?rel=0\" allowfullscreen></iframe>"))
                .isEqualTo("""
                <figure class="video"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">\
                <span class="video-title">Video on YouTube</span>\
                <span class="video-address">youtube.com/watch?v=dQw4w9WgXcQ</span></a></figure>""");
        assertThat(html("<p><iframe src=\"https://player.vimeo.com/video/1234567\"></iframe></p>"))
                .contains("<figure class=\"video\"><a href=\"https://vimeo.com/1234567\">");
        assertThat(html("<iframe src=\"https://maps.example.org/\"></iframe>"))
                .isEqualTo("<p><a href=\"https://maps.example.org/\">https://maps.example.org/</a></p>");
        assertThat(html("<video controls><source src=\"https://cdn.example.org/a.mp4\"></video>"))
                .isEqualTo("<p><a href=\"https://cdn.example.org/a.mp4\">https://cdn.example.org/a.mp4</a></p>");
    }

    @Test
    void sound_and_film_of_the_blog_s_own_media_always_have_controls_and_never_start_alone() {
        assertThat(html("<audio src=\"/media/0123456789abcdef0123456789abcdef.mp3\" autoplay></audio>"))
                .isEqualTo("<p><audio src=\"/media/0123456789abcdef0123456789abcdef.mp3\" controls=\"\"></audio></p>");
    }

    @Test
    void links_have_no_target_and_no_relation_that_is_not_theirs() {
        assertThat(html("<a href=\"https://x.org\" target=\"_blank\" rel=\"nofollow opener\">x</a>"))
                .isEqualTo("<p><a href=\"https://x.org\" rel=\"nofollow\">x</a></p>");
        assertThat(html("[x](https://x.org)")).isEqualTo("<p><a href=\"https://x.org\">x</a></p>");
    }

    @Test
    void classes_are_the_house_s_own_each_on_its_own_element() {
        assertThat(html("<p class=\"admonition-title mine\">x</p>")).isEqualTo("<p class=\"admonition-title\">x</p>");
        assertThat(html("<span class=\"admonition\">x</span>")).isEqualTo("<p><span>x</span></p>");
    }

    @Test
    void addresses_are_written_as_the_standard_wants_them() {
        assertThat(html("[a](</a b\"c|d>) [b](/%zz) [c](http://[::1]/[x])"))
                .contains("href=\"/a%20b%22c%7Cd\"", "href=\"/%25zz\"", "href=\"http://[::1]/%5Bx%5D\"");
    }

    @Test
    void old_anchors_keep_working() {
        assertThat(html("<a name=\"install\"></a>x")).isEqualTo("<p><a id=\"install\"></a>x</p>");
    }

    @Test
    void a_paragraph_that_markdown_put_into_a_summary_is_not_one() {
        assertThat(html("<details><summary>\n\nMore\n\n</summary>\n\nBody\n\n</details>"))
                .contains("<summary>\nMore\n</summary>\n<p>Body</p>");
    }

    @Test
    void characters_that_feeds_cannot_carry_are_left_out() {
        assertThat(html("a\u0001b\u000Cc &#2; \uFFFE d")).isEqualTo("<p>abc   d</p>");
    }

    @Test
    void links_and_sources_are_listed_in_order() {
        assertThat(Rendered.of("[a](/a) ![b](b.png)\n\nNote[^1]\n\n[c](#c)\n\n[^1]: [d](https://d.org)")
                        .links())
                .containsExactly("/a", "b.png", "#c", "https://d.org");
    }

    @Test
    void pictures_in_several_sizes_are_listed_one_by_one() {
        assertThat(Rendered.of("<img src=\"a.png\" srcset=\"a.png 1x, b.png 2x\">")
                        .links())
                .containsExactly("a.png", "a.png", "b.png");
    }

    @Test
    void sizes_of_a_picture_that_is_not_shown_are_not_listed() {
        assertThat(Rendered.of("<img src=\"https://b.org/a.png\" srcset=\"a.png 1x, b.png 2x\">")
                        .links())
                .containsExactly("https://b.org/a.png");
        assertThat(Rendered.of("<picture><source srcset=\"a.webp\"><img src=\"https://b.org/a.png\"></picture>")
                        .links())
                .containsExactly("https://b.org/a.png");
    }
}
