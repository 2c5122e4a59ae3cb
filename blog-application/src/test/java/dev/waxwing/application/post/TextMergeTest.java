package dev.waxwing.application.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.TextMerge.Disputed;
import dev.waxwing.domain.fixture.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Putting two texts together, and telling word by word what differs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextMergeTest {
    private static final long SEED = Long.getLong("waxwing.seed", 11);
    private static final List<String> WORDS =
            List.of("rain", "wax", "wing", " ", " ", " ", "\n", "\n\n", ",", "漢", "字", "🦜", "é", "`", "# ");

    @Test
    void what_only_one_changed_is_as_that_one_says() {
        TextMerge merge = TextMerge.of("one\ntwo\nthree\n", "one!\ntwo\nthree\n", "one\ntwo\nthree\nfour\n");

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.text("a", "b")).isEqualTo("one!\ntwo\nthree\nfour\n");
    }

    @Test
    void one_line_that_both_changed_is_merged_by_words() {
        TextMerge merge =
                TextMerge.of("The quick brown fox jumps", "The quick red fox jumps", "The quick brown fox jumps high");

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.text("a", "b")).isEqualTo("The quick red fox jumps high");
    }

    @Test
    void what_both_changed_is_kept_in_both_ways() {
        TextMerge merge = TextMerge.of("a\nThe fox\nz\n", "a\nThe red fox\nz\n", "a\nThe blue fox\nz\n");

        assertThat(merge.parts()).contains(new Disputed("The fox\n", "The red fox\n", "The blue fox\n"));
        assertThat(merge.text("Yours", "Theirs"))
                .isEqualTo("a\n<!-- Yours: -->\nThe red fox\n<!-- Theirs: -->\nThe blue fox\n<!-- end -->\nz\n");
    }

    @Test
    void what_one_removed_and_the_other_changed_is_disputed() {
        TextMerge merge = TextMerge.of("a\nb\nc\n", "a\nc\n", "a\nb, but better\nc\n");

        assertThat(merge.isClean()).isFalse();
        assertThat(merge.text("Yours", "Theirs")).contains("b, but better");
    }

    @Test
    void whatever_two_write_the_sides_agree_where_they_must() {
        Chance chance = Chance.seeded(SEED);
        for (int round = 0; round < 2_000; round++) {
            String base = text(chance, 30);
            String mine = edited(base, chance);
            String theirs = edited(base, chance);

            assertThat(merged(base, mine, base)).isEqualTo(mine);
            assertThat(merged(base, base, theirs)).isEqualTo(theirs);
            assertThat(merged(base, mine, mine)).isEqualTo(mine);
            TextMerge merge = TextMerge.of(base, mine, theirs);
            assertThat(TextMerge.of(base, theirs, mine).isClean()).isEqualTo(merge.isClean());
            for (TextMerge.Part part : merge.parts()) {
                if (part instanceof Disputed disputed) {
                    assertThat(mine).contains(disputed.mine());
                    assertThat(theirs).contains(disputed.theirs());
                    assertThat(base).contains(disputed.base());
                }
            }
        }
    }

    /** What one of them added is told by marks that nobody else writes. */
    @Test
    void no_word_that_either_added_is_ever_lost() {
        Chance chance = Chance.seeded(SEED);
        for (int round = 0; round < 2_000; round++) {
            String base = text(chance, 30);
            String mine = withMarks(base, "MINE", chance);
            String theirs = withMarks(base, "THEIRS", chance);

            String together = TextMerge.of(base, mine, theirs).text("one", "other");

            assertThat(count(together, "MINE")).isGreaterThanOrEqualTo(count(mine, "MINE"));
            assertThat(count(together, "THEIRS")).isGreaterThanOrEqualTo(count(theirs, "THEIRS"));
        }
    }

    @Test
    void a_difference_reads_as_either_text() {
        Chance chance = Chance.seeded(SEED);
        for (int round = 0; round < 2_000; round++) {
            String former = text(chance, 60);
            String newer = chance.onceIn(4) ? text(chance, 60) : edited(former, chance);

            TextDifference difference = TextDifference.of(former, newer);

            assertThat(without(difference, TextDifference.Fate.ADDED)).isEqualTo(former);
            assertThat(without(difference, TextDifference.Fate.REMOVED)).isEqualTo(newer);
            assertThat(difference.isEmpty()).isEqualTo(former.equals(newer));
        }
    }

    @Test
    void texts_of_the_greatest_length_that_have_little_in_common_are_compared_in_time() {
        Chance chance = Chance.seeded(SEED);
        String former = lines(chance, 12_000);
        String newer = lines(chance, 12_000);

        TextDifference difference = TextDifference.of(former, newer);

        assertThat(without(difference, TextDifference.Fate.ADDED)).isEqualTo(former);
        assertThat(without(difference, TextDifference.Fate.REMOVED)).isEqualTo(newer);
        assertThat(TextMerge.of(former, newer, former).text("a", "b")).isEqualTo(newer);
    }

    @Test
    void words_are_told_apart_in_scripts_with_and_without_blanks() {
        assertThat(TextDifference.of("大きさ", "大きな").parts())
                .extracting(TextDifference.Part::text)
                .containsExactly("大き", "さ", "な");
        assertThat(TextDifference.of("the fox jumps", "the foxes jump").parts())
                .extracting(TextDifference.Part::text)
                .containsExactly("the ", "fox jumps", "foxes jump");
    }

    private static String merged(String base, String mine, String theirs) {
        TextMerge merge = TextMerge.of(base, mine, theirs);
        assertThat(merge.isClean()).isTrue();
        return merge.text("a", "b");
    }

    private static String without(TextDifference difference, TextDifference.Fate fate) {
        return difference.parts().stream()
                .filter(part -> part.fate() != fate)
                .map(TextDifference.Part::text)
                .collect(Collectors.joining());
    }

    private static String text(Chance chance, int words) {
        return IntStream.range(0, chance.below(words))
                .mapToObj(n -> chance.oneOf(WORDS))
                .collect(Collectors.joining());
    }

    private static String lines(Chance chance, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(n -> "line of %d words, %d\n".formatted(chance.below(20_000), chance.below(50)))
                .collect(Collectors.joining());
    }

    private static String edited(String text, Chance chance) {
        List<String> words = new ArrayList<>(Tokens.words(text));
        for (int edits = chance.below(6); edits > 0; edits--) {
            int place = chance.below(words.size() + 1);
            if (place < words.size() && chance.onceIn(2)) {
                words.remove(place);
            } else {
                words.add(place, chance.oneOf(WORDS));
            }
        }
        return String.join("", words);
    }

    private static String withMarks(String text, String mark, Chance chance) {
        List<String> words = new ArrayList<>(Tokens.words(text));
        for (int marks = chance.below(6); marks > 0; marks--) {
            words.add(chance.below(words.size() + 1), " " + mark + " ");
        }
        return String.join("", words);
    }

    private static int count(String text, String mark) {
        return text.split(mark, -1).length - 1;
    }
}
