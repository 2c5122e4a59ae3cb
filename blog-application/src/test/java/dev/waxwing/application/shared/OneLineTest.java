package dev.waxwing.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.fixture.Chance;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OneLineTest {
    @Test
    void a_line_without_an_end_of_its_own_is_set_apart_by_a_point() {
        assertThat(OneLine.of("Why it works\nIt does. And more.\none\ntwo"))
                .isEqualTo("Why it works · It does. And more. one · two");
        assertThat(OneLine.of("見出し\n本文です。\n次")).isEqualTo("見出し · 本文です。 次");
        assertThat(OneLine.of("שָׁלוֹם\nעולם")).isEqualTo("שָׁלוֹם · עולם");
    }

    @Test
    void a_line_that_says_itself_that_it_ends_is_followed_by_a_blank() {
        assertThat(OneLine.of("Is it true?\nYes:\nint x;\n\n}\nso")).isEqualTo("Is it true? Yes: int x; } so");
    }

    @Test
    void blanks_are_one() {
        assertThat(OneLine.of(" \n one\ttwo  three \n\n four\n ")).isEqualTo("one two three · four");
        assertThat(OneLine.of(" \n ")).isEmpty();
    }

    @Test
    void a_part_of_a_text_knows_what_stands_before_it() {
        String text = "Title\nText.\nEnd";

        assertThat(OneLine.of(text, 0, 5)).isEqualTo("Title");
        assertThat(OneLine.of(text, 5, 11)).isEqualTo(" · Text.");
        assertThat(OneLine.of(text, 11, 15)).isEqualTo(" End");
        assertThat(OneLine.of("\nText", 0, 5)).isEqualTo(" Text");
    }

    @Test
    void a_beginning_is_the_whole_line_cut() {
        Chance chance = Chance.seeded(20261124);
        for (int i = 0; i < 1_000; i++) {
            String text = chance.anyText(40) + " \n" + chance.anyText(40);
            int longest = 2 + chance.below(60);
            assertThat(OneLine.beginning(text, longest)).isEqualTo(OneLine.cut(OneLine.of(text), longest));
        }
    }

    @Test
    void what_is_cut_ends_at_a_word_and_not_with_a_point() {
        assertThat(OneLine.cut("one two", 7)).isEqualTo("one two");
        assertThat(OneLine.cut("one two three", 9)).isEqualTo("one two…");
        assertThat(OneLine.cut("one two · three", 11)).isEqualTo("one two…");
        assertThat(OneLine.cut("one abcdefghij", 10)).isEqualTo("one abcde…");
        assertThat(OneLine.cut("🦜".repeat(5), 8)).isEqualTo("🦜".repeat(3) + "…");
    }
}
