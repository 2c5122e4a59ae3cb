package dev.waxwing.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.waxwing.domain.shared.BlogException;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ColourTest {
    private static final long SEED = Long.getLong("waxwing.seed", 20_261_122L);
    private static final Colour LIGHT = new Colour("#fbf9f5");
    private static final Colour DARK = new Colour("#1a1816");

    @Test
    void its_digits_are_written_small() {
        assertThat(new Colour(" #B53B2A ").value()).isEqualTo("#b53b2a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "b53b2a", "#b53", "#b53b2g", "#b53b2a00", "#b53b2a; } body { color: red"})
    void anything_else_is_refused(String value) {
        assertThatThrownBy(() -> new Colour(value))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageContaining("such as #b53b2a");
    }

    /** The figures are those that the contrast checkers of WebAIM and of browsers show. */
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#777777, #ffffff, 4.48", "#ff0000, #ffffff, 4.00"})
    void contrast_is_that_of_wcag(String one, String other, double contrast) {
        assertThat(new Colour(one).contrastWith(new Colour(other))).isCloseTo(contrast, within(0.005));
        assertThat(new Colour(other).contrastWith(new Colour(one))).isCloseTo(contrast, within(0.005));
    }

    @Test
    void what_can_be_read_stays_as_it_is() {
        Colour red = new Colour("#b53b2a");

        assertThat(red.readableOn(LIGHT, 4.5)).isEqualTo(red);
    }

    @Test
    void yellow_becomes_darker_on_light_paper_and_navy_lighter_on_dark_paper() {
        assertThat(new Colour("#ffff00").readableOn(LIGHT, 4.5)).isEqualTo(new Colour("#777700"));
        assertThat(new Colour("#000080").readableOn(DARK, 4.5).contrastWith(DARK))
                .isBetween(4.5, 4.6);
    }

    @Test
    void every_colour_can_be_read_on_both_papers() {
        Random chance = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            Colour any = new Colour("#%06x".formatted(chance.nextInt(0x1000000)));

            assertThat(any.readableOn(LIGHT, 7).contrastWith(LIGHT))
                    .as(any + "")
                    .isGreaterThanOrEqualTo(7);
            assertThat(any.readableOn(DARK, 7).contrastWith(DARK)).as(any + "").isGreaterThanOrEqualTo(7);
        }
    }
}
