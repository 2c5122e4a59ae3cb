package dev.waxwing.adapter.markdown;

import static dev.waxwing.adapter.markdown.Rendered.html;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks as each language sets them. Narrow no-break spaces are written as ⍽ here, no-break spaces as ␣. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TypographyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            en     | say "a 'b' c"        | say “a ‘b’ c”
            en     | "a "b" c"            | “a ‘b’ c”
            de     | say "a 'b' c"        | say „a ‚b‘ c“
            de     | Ich hab's "gesehen"  | Ich hab’s „gesehen“
            de-CH  | say "a 'b' c"        | say «a ‹b› c»
            fr     | dit "a 'b' c"        | dit «⍽a “b” c⍽»
            fr     | Oui ! Non ? Si ; et : | Oui⍽! Non⍽? Si⍽; et␣:
            fr     | « mot »              | «⍽mot⍽»
            fr     | l'heure 12:30        | l’heure 12:30
            es     | di "a 'b' c"         | di «a “b” c»
            es-MX  | di "a 'b' c"         | di “a ‘b’ c”
            it     | l'"amico"            | l’«amico»
            pt     | "a"                  | “a”
            nl     | "a"                  | “a”
            sv     | "a"                  | ”a”
            pl     | "a"                  | „a”
            ru     | "a "b" c"            | «a „b“ c»
            fa     | "سلام"               | «سلام»
            he     | צה"ל ג'ינס "שלום"    | צה״ל ג׳ינס ”שלום”
            ja     | "a" -- b... 'c'      | "a" -- b... 'c'
            zh     | "a" -- b...          | "a" -- b...
            """)
    void quotation_marks_are_those_of_the_language(String language, String markdown, String expected) {
        assertThat(html(markdown, language))
                .isEqualTo("<p>" + expected.replace('⍽', '\u202F').replace("␣", "&#xa0;") + "</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            don't, it's James' book     | don’t, it’s James’ book
            the '90s and rock 'n roll   | the ’90s and rock ’n roll
            6' 2" tall                  | 6’ 2" tall
            ("quoted") and "**bold**"   | (“quoted”) and “<strong>bold</strong>”
            "`code "x"`"                | “<code>code "x"</code>”
            a "lone mark                | a "lone mark
            pages 3--5, a --- b -- c    | pages 3–5, a — b – c
            the --verbose flag, a ---- b | the --verbose flag, a ---- b
            an arrow -->                | an arrow --&gt;
            wait... and .. and ....     | wait… and .. and ....
            ../up and .../down          | ../up and .../down
            \\"straight\\" it\\'s \\-\\- x | "straight" it's -- x
            &quot;straight&quot;, &#39;this&#39; too | "straight", 'this' too
            <kbd>"x"</kbd> "y"          | <kbd>"x"</kbd> “y”
            https://x.org/a--b "c"      | <a href="https://x.org/a--b">https://x.org/a--b</a> “c”
            <https://x.org/it's...>     | <a href="https://x.org/it's...">https://x.org/it's...</a>
            """)
    void marks_are_set_where_they_are_marks_and_only_there(String markdown, String expected) {
        assertThat(html(markdown)).isEqualTo("<p>" + expected + "</p>");
    }

    @Test
    void headings_cells_captions_and_terms_are_set_too() {
        assertThat(html("## \"H\"")).contains("“H”");
        assertThat(html("| \"a\" | it's |\n|---|---|\n| \"b\" | c... |")).contains("“a”", "it’s", "“b”", "c…");
        assertThat(html("![a](b.jpg \"it's\")")).contains("<figcaption>it’s</figcaption>");
        assertThat(html("\"Term\"\n: \"Def\"")).contains("<dt>“Term”</dt>", "<dd>“Def”</dd>");
    }

    @Test
    void code_and_raw_html_blocks_stay_as_they_are() {
        assertThat(html("    \"x\" -- y...")).contains("\"x\" -- y...");
        assertThat(html("<p>\"x\" -- y...</p>")).isEqualTo("<p>\"x\" -- y...</p>");
    }

    @Test
    void a_line_break_between_ideographs_is_no_blank() {
        assertThat(html("日本語の文は\n改行しても続く\nABC です", "ja")).isEqualTo("<p>日本語の文は改行しても続く\nABC です</p>");
        assertThat(html("日本語の文は\n改行", "en")).contains("\n");
    }

    @Test
    void characters_that_travel_as_escapes_cannot_be_forged() {
        assertThat(html("a\uFDD0b\uFDD1c")).isEqualTo("<p>a\uFFFDb\uFFFDc</p>");
    }
}
