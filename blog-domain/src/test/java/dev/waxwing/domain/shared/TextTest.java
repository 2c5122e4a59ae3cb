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
    void a_line_has_single_spaces_inside_and_none_outside() {
        assertThat(Text.line("title", "  \tHello \u00A0 brave\r\nnew\rworld\u2028of\u0085words\u000B!\u3000", 100))
                .isEqualTo("Hello brave new world of words !");
    }

    @Test
    void control_characters_half_letters_and_non_characters_are_dropped() {
        assertThat(Text.line("title", "a\u0000b \u0007 c\uD83E\u001B[1m\uFEFF\uFFFE\uFFFF\u007Fd", 100))
                .isEqualTo("ab c[1md");
        assertThat(Text.lines("biography", "a\u0000b\uD83E\tc\u007F\nd\uFFFF", 100))
                .isEqualTo("ab\tc\nd");
    }

    @Test
    void text_is_composed() {
        assertThat(Text.line("title", "Gro\u0308ße", 100)).isEqualTo("Größe");
        assertThat(Text.line("title", "o\u0000\u0308", 100)).isEqualTo("ö");
        assertThat(Text.lines("biography", "か\u3099", 100)).isEqualTo("が");
    }

    @Test
    void what_joins_letters_and_pictures_stays() {
        assertThat(Text.line("title", "می\u200Cخواهم 👩\u200D🚀", 100)).isEqualTo("می\u200Cخواهم 👩\u200D🚀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "\r\n",
                "\u00A0",
                "\u200B",
                "\u202E\u2066",
                "\u3164",
                "\u2800",
                "\uFE0F",
                "\u00AD"
            })
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
        String lines = Text.lines("text", raw, 20_000);
        String line = Text.line("text", raw + "x", 20_000);

        assertThat(Text.lines("text", lines, 20_000)).isEqualTo(lines);
        assertThat(Text.line("text", line, 20_000)).isEqualTo(line).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
        assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).as(raw).isTrue();
    }
}
