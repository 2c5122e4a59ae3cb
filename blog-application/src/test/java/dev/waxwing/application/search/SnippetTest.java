package dev.waxwing.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.search.Snippet.Mark;
import dev.waxwing.application.search.Snippet.Part;
import dev.waxwing.application.shared.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnippetTest {
    private static final String DULL = "Nothing is said here that anybody looks for. ";

    @Test
    void a_whole_text_keeps_all_its_words() {
        assertThat(Snippet.whole("one two three two", marks("one two three two", "two"))
                        .parts())
                .containsExactly(part("one "), match("two"), part(" three "), match("two"));
    }

    @Test
    void marks_that_overlap_or_repeat_are_one() {
        assertThat(Snippet.whole("abcdef", List.of(new Mark(2, 4), new Mark(1, 3), new Mark(1, 3)))
                        .parts())
                .containsExactly(part("a"), match("bcd"), part("ef"));
        assertThat(Snippet.whole("abcdef", List.of(new Mark(0, 2), new Mark(2, 4), new Mark(4, 6)))
                        .parts())
                .containsExactly(match("abcdef"));
    }

    @Test
    void white_space_is_one_blank_and_lines_are_set_apart() {
        assertThat(Snippet.whole("one.\n\n two\tthree", List.of()).text()).isEqualTo("one. two three");
        assertThat(around("Title\nText about it\nmore", "Title").parts())
                .containsExactly(match("Title"), part(" · Text about it · more"));
    }

    @Test
    void a_short_text_is_shown_as_it_is() {
        String text = "First a sentence. Then a waxwing, at last.";

        assertThat(around(text, "waxwing").text()).isEqualTo(text);
    }

    @Test
    void a_text_without_a_match_is_shown_from_its_beginning_to_the_end_of_a_sentence() {
        assertThat(around(DULL.repeat(20), "waxwing").text())
                .isEqualTo(DULL.repeat(4).strip());
    }

    @Test
    void a_match_is_shown_from_the_beginning_of_its_sentence() {
        Snippet snippet = around(DULL.repeat(20) + "A waxwing sat there. " + DULL.repeat(20), "waxwing");

        assertThat(snippet.text()).startsWith("A waxwing sat there. Nothing").endsWith("looks for.");
        assertThat(snippet.parts()).contains(match("waxwing"));
    }

    @Test
    void a_line_begins_like_a_sentence() {
        assertThat(around(DULL.repeat(9) + "\nOf birds\nA waxwing sat there " + "and there ".repeat(50), "waxwing")
                        .text())
                .startsWith("A waxwing sat there and there")
                .endsWith("and there …");
    }

    @Test
    void a_sentence_that_began_long_ago_is_cut_at_a_word() {
        String text = "On " + "and on ".repeat(100) + "sang the waxwing " + "and on ".repeat(100) + "it went.";

        Snippet snippet = around(text, "waxwing");

        assertThat(snippet.text()).matches("… (on |and )+sang the waxwing (and |on )+…");
        assertThat(snippet.text().length()).isBetween(150, Snippet.MAX_LENGTH + 4);
    }

    @Test
    void the_place_with_most_of_the_words_is_shown() {
        String text =
                "A waxwing, a waxwing, a waxwing. " + DULL.repeat(20) + "The owl met a waxwing. " + DULL.repeat(20);

        assertThat(around(text, "waxwing", "owl").text()).startsWith("The owl met a waxwing.");
    }

    @Test
    void of_equal_places_the_first_is_shown() {
        String text = "First a waxwing. " + DULL.repeat(20) + "Later a waxwing. " + DULL.repeat(20);

        assertThat(around(text, "waxwing").text()).startsWith("First a waxwing.");
    }

    @Test
    void a_text_without_blanks_is_cut_between_characters() {
        Snippet snippet = around("日本語の文章が続く".repeat(50) + "検索" + "👩‍👩‍👧が続く".repeat(80), "検索");

        assertThat(snippet.parts()).contains(match("検索"));
        assertThat(snippet.text()).startsWith("… ").endsWith(" …").doesNotEndWith("\u200d …");
        assertThat(snippet.text().length()).isBetween(150, Snippet.MAX_LENGTH + 4);
    }

    @Test
    void a_match_longer_than_a_snippet_is_shown_in_part() {
        String text = DULL.repeat(9) + "x".repeat(500) + DULL.repeat(9);

        assertThat(around(text, "x".repeat(500)).text()).contains("xxx").hasSizeLessThan(Snippet.MAX_LENGTH + 10);
    }

    @Test
    void every_snippet_is_a_piece_of_its_text() {
        long seed = Long.getLong("waxwing.seed", 20_261_122L);
        System.out.println("SnippetTest.every_snippet_is_a_piece_of_its_text: seed " + seed);
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "word",
                "waxwing",
                " ",
                " ",
                "\n",
                ". ",
                "! ",
                "。",
                "、",
                "検索",
                "\ud83d\ude00",
                "e\u0301",
                "x".repeat(90),
                "שלום",
                "…");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(300); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String line = OneLine.of(text.toString(), 0, text.length());
            Snippet snippet = around(text.toString(), "waxwing", "検索");
            String shown = snippet.text().replaceAll("^… | …$", "");
            assertThat(line).as("seed %d", seed).contains(shown);
            assertThat(snippet.text().replace(" ·", "").length())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Snippet.MAX_LENGTH + 4);
            if (line.contains("waxwing")) {
                assertThat(snippet.parts()).as("seed %d: %s", seed, text).anyMatch(Part::matched);
            }
        }
    }

    private static Snippet around(String text, String... words) {
        return Snippet.around(text, marks(text, words));
    }

    private static List<Mark> marks(String text, String... words) {
        List<Mark> marks = new ArrayList<>();
        for (String word : words) {
            Matcher matcher = Pattern.compile(word, Pattern.LITERAL).matcher(text);
            while (matcher.find()) {
                marks.add(new Mark(matcher.start(), matcher.end()));
            }
        }
        return marks;
    }

    private static Part part(String text) {
        return new Part(text, false);
    }

    private static Part match(String text) {
        return new Part(text, true);
    }
}
