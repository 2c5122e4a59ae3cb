package dev.waxwing.adapter.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.Rendering;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What holds for every text. The seed is printed with each failure; {@code -Dwaxwing.seed} sets another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PropertyTest {
    private static final long SEED = Long.getLong("waxwing.seed", 11_093_885_164_697L);
    private static final int ROUNDS = 1_500;

    private static final String[] SCRAPS = {
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "](/x)",
        "<",
        ">",
        "\"",
        "'",
        "--",
        "...",
        "\\",
        "&",
        "&quot;",
        "&#1;",
        "\n",
        "\n\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "# ",
        "## ",
        "|",
        "\n|-|-|\n",
        "```\n",
        "```java\n",
        "---\n",
        "    ",
        "\t",
        "[^a]",
        "\n\n[^a]: ",
        "[a]: /b\n",
        "- [ ] ",
        ": ",
        "\nTerm\n: ",
        "!!! note\n    ",
        "> [!TIP]\n> ",
        "> — ",
        "[TOC]\n\n",
        " {#id}\n",
        "https://vimeo.com/12345678\n\n",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<a href=x>",
        "</a>",
        "<table>",
        "<tr>",
        "<td>",
        "<pre>",
        "<code>",
        "</code>",
        "<li>",
        "<ul>",
        "<h1>",
        "<details><summary>",
        "<span>",
        "<script>",
        "</script>",
        "<svg>",
        "<math>",
        "<template>",
        "<style>",
        "<iframe src=//x.org>",
        "<img src=x onerror=y>",
        "<input type=checkbox>",
        "<form>",
        "<button>",
        "<select>",
        "<option>",
        "<video src=x>",
        "<noscript>",
        "<textarea>",
        "<ruby><rt>",
        "<dl><dt>",
        "<nobr>",
        "<font>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "<x-y>",
        "é",
        "日本",
        "שלום",
        "\uFDD0",
        "word",
        "two words",
        " ",
        " ",
        " "
    };

    @Test
    void any_text_gives_harmless_html_that_cleaning_does_not_change_again() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String markdown = scraps(random);
            Rendering rendering = Rendered.of(markdown);
            String html = rendering.body().html();
            String context = "seed " + SEED + ", round " + round + ": " + markdown;

            SanitiserTest.assertHarmless(html);
            assertThat(Sanitiser.clean(html).body().html().strip()).as(context).isEqualTo(html);
            assertThat(html).as(context).doesNotContainPattern("<h1|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFDD0-\\uFDEF]");
            assertThat(Jsoup.parseBodyFragment(html).body().select("[id]").eachAttr("id"))
                    .as(context)
                    .doesNotHaveDuplicates();
            assertThat(Rendered.of(markdown)).as(context).isEqualTo(rendering);
        }
    }

    @Test
    void addresses_in_any_text_are_resolved_as_browsers_resolve_them() {
        Random random = new Random(SEED);
        URI page = URI.create("https://example.org/blog/post");
        for (int round = 0; round < ROUNDS; round++) {
            String html = Rendered.html("[a](b \"<c href=d>\") " + scraps(random));

            assertThat(Rendered.RENDERER.absolute(html, page))
                    .as("seed %d, round %d: %s", SEED, round, html)
                    .isEqualTo(parsedAndResolved(html, page));
        }
    }

    private static String parsedAndResolved(String html, URI page) {
        Document document = Html.parse(html, page.toString());
        for (String attribute : List.of("href", "src", "poster", "cite")) {
            for (Element element : document.select("[" + attribute + "]")) {
                String absolute = element.absUrl(attribute);
                element.attr(attribute, absolute.isEmpty() ? element.attr(attribute) : absolute);
            }
        }
        return document.body().html();
    }

    @Test
    void every_word_of_a_text_without_html_reaches_the_reader_in_order() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> words = new ArrayList<>();
            String markdown = document(random, words);

            String text = Rendered.of(markdown).body().text();

            int at = 0;
            for (String word : words) {
                int found = text.indexOf(word, at);
                assertThat(found)
                        .as("seed %d, round %d: %s in%n%s%nof%n%s", SEED, round, word, text, markdown)
                        .isNotNegative();
                at = found + word.length();
            }
        }
    }

    @Test
    void code_reaches_the_reader_character_for_character() {
        Random random = new Random(SEED);
        String[] languages = {
            "java",
            "js",
            "python",
            "bash",
            "console",
            "sql",
            "json",
            "yaml",
            "toml",
            "ini",
            "html",
            "css",
            "rust",
            "go",
            "c",
            "c++",
            "c#",
            "php",
            "ruby",
            "perl",
            "lua",
            "docker",
            "nginx",
            "make",
            "diff",
            "vim",
            "ps1",
            "hcl",
            "kotlin",
            "ts",
            "properties",
            "nothing"
        };
        String[] scraps = {
            "\"", "'", "`", "\"\"\"", "/*", "*/", "//", "#", "--", "$", "${", "}", "@", "<", ">", "</", "<!--", "&",
            "&amp;", "{", "[", "]", "(", "\\", "\n", "\n", "$ ", "+", "-", "key: ", "key = ", "0x1F", "1.5", "if",
            "class", "true", " ", "\t", "é", "日", "=", ";", ":", "!", "{{", "%}", "'a", "'\\n'"
        };
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder code = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                code.append(scraps[random.nextInt(scraps.length)]);
            }
            String source = code.append("\n").toString();
            String language = languages[random.nextInt(languages.length)];

            String html = Rendered.html("~~~~~" + language + "\n" + source + "~~~~~\n");

            assertThat(Jsoup.parseBodyFragment(html).selectFirst("code").wholeText())
                    .as("seed %d, round %d, %s", SEED, round, language)
                    .isEqualTo(source);
        }
    }

    private static String scraps(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(SCRAPS[random.nextInt(SCRAPS.length)]);
        }
        return text.toString();
    }

    /** A well-formed text, and its words in the order they are read. */
    private static String document(Random random, List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(block(random, words)).append("\n\n");
        }
        return text.toString();
    }

    private static String block(Random random, List<String> words) {
        return switch (random.nextInt(9)) {
            case 0 -> "#".repeat(1 + random.nextInt(6)) + " " + line(random, words);
            case 1 -> "- " + line(random, words) + "\n- " + line(random, words) + "\n  1. " + line(random, words);
            case 2 -> "> " + line(random, words) + "\n> — " + line(random, words);
            case 3 -> "> [!NOTE] " + line(random, words) + "\n> " + line(random, words);
            case 4 -> "```java\n" + line(random, words) + "\n```";
            case 5 ->
                "| " + line(random, words) + " | " + line(random, words) + " |\n|---|:-:|\n| " + line(random, words)
                        + " |";
            case 6 -> line(random, words) + "\n: " + line(random, words);
            case 7 -> "!!! tip \"" + line(random, words) + "\"\n    " + line(random, words);
            default -> line(random, words) + "\n" + line(random, words);
        };
    }

    private static String line(Random random, List<String> words) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            String word = "w" + words.size() + "x" + (random.nextInt(4) == 0 ? "日本" : "");
            words.add(word);
            line.append(
                            switch (random.nextInt(7)) {
                                case 0 -> "*" + word + "*";
                                case 1 -> "**" + word + "**";
                                case 2 -> "[" + word + "](/a_b_c)";
                                case 3 -> "'" + word + "'";
                                case 4 -> "~~" + word + "~~";
                                case 5 -> "\\*" + word;
                                default -> word;
                            })
                    .append(' ');
        }
        return line.toString().strip();
    }
}
