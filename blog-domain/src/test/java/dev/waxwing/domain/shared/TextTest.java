package dev.waxwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.fixture.Chance;
import dev.waxwing.domain.fixture.NaughtyTexts;
import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextTest {

    @Test
    void a_line_has_no_blanks_outside_and_no_ends_of_lines_inside() {
        assertThat(Text.line(
                        "title", " \u00A0\tHello \r\n new\rworld\u2028of\u0085words\u000B\tagain\u3000\u2007", 100))
                .isEqualTo("Hello new world of words again");
    }

    @Test
    void blanks_that_were_chosen_stay() {
        assertThat(Text.line("title", "Eh\u202F! \u00A0 c’est  l’Ogham : ᚛ᚄᚓᚐᚋ\u1680ᚄ\u202A", 100))
                .isEqualTo("Eh\u202F! \u00A0 c’est  l’Ogham : ᚛ᚄᚓᚐᚋ\u1680ᚄ\u202A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩 ab\u0000",
                "👩 ab\u001B[1m",
                "👩 ab\u007F",
                "👩 ab\u009B",
                "👩 ab\uD83E",
                "👩 ab\uFFFE",
                "👩 ab\uFFFF"
            })
    void what_is_no_text_is_refused_by_its_name_and_place(String raw) {
        String refusal =
                "has U+%04X as its character 5, which cannot be shown; take it out".formatted((int) raw.charAt(5));

        assertThatThrownBy(() -> Text.line("title", raw, 100))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("title"))
                .hasMessage("The title " + refusal);
        assertThatThrownBy(() -> Text.lines("biography", raw, 100))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("The biography " + refusal);
    }

    @Test
    void of_words_that_nobody_can_mend_the_legible_are_left() {
        assertThat(Text.legible("a\u0000b \u0007 c\uD83E\u001B[1m\uFEFF\uFFFE\uFFFF\u007F\td\n"))
                .isEqualTo("ab  c[1m\uFEFF\td\n");
    }

    @Test
    void text_is_composed() {
        assertThat(Text.line("title", "Gro\u0308ße", 100)).isEqualTo("Größe");
        assertThat(Text.lines("biography", "か\u3099", 100)).isEqualTo("が");
    }

    @Test
    void what_joins_and_directs_letters_and_pictures_stays() {
        assertThat(Text.line("title", "می\u200Cخواهم 👩\u200D🚀", 100)).isEqualTo("می\u200Cخواهم 👩\u200D🚀");
        assertThat(Text.line("title", "\u202Bab\u2067c\uFEFF", 100)).isEqualTo("\u202Bab\u2067c\uFEFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\r\n", "\u00A0", "\u200B", "\u202E\u2066", "\u3164", "\u2800", "\uFE0F", "\u00AD"})
    void a_line_that_nobody_can_see_is_refused(String raw) {
        assertThatThrownBy(() -> Text.line("title", raw, 100))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("title"))
                .hasMessage("The title must not be empty");
    }

    @Test
    void lines_may_be_empty_and_end_in_line_feeds() {
        assertThat(Text.lines("biography", " \n ", 100)).isEmpty();
        assertThat(Text.lines("biography", "\none\r\ntwo\rthree\n\nfour\u2029five\u0085six\fseven\n", 100))
                .isEqualTo("one\ntwo\nthree\n\nfour\nfive\nsix\nseven");
    }

    @Test
    void the_longest_allowed_text_is_allowed_and_one_more_character_is_not() {
        assertThat(Text.line("title", " " + "a".repeat(100) + " ", 100)).hasSize(100);
        assertThat(Text.lines("biography", "a".repeat(2000), 2000)).hasSize(2000);
        assertThatThrownBy(() -> Text.line("title", "a".repeat(101), 100))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessage("The title has 101 characters; at most 100 are allowed");
        assertThatThrownBy(() -> Text.lines("biography", "a".repeat(2001), 2000))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("biography"))
                .hasMessage("The biography has 2,001 characters; at most 2,000 are allowed");
    }

    @Test
    void text_once_cleaned_is_clean() {
        Chance chance = Chance.seeded(20261122);

        NaughtyTexts.ALL.forEach(TextTest::requireCleanOnce);
        IntStream.range(0, 5_000).mapToObj(n -> chance.anyText(60)).forEach(TextTest::requireCleanOnce);
    }

    private static void requireCleanOnce(String raw) {
        String legible = Text.legible(raw);
        String lines = Text.lines("text", legible, 20_000);
        String line = Text.line("text", legible + "x", 20_000);

        assertThat(Text.lines("text", lines, 20_000)).isEqualTo(lines);
        assertThat(Text.line("text", line, 20_000)).isEqualTo(line).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
        assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).as(raw).isTrue();
    }
}
