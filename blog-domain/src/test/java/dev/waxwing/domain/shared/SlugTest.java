package dev.waxwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.fixture.Chance;
import dev.waxwing.domain.fixture.NaughtyTexts;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello, World!                | hello-world
            Crème brûlée                 | creme-brulee
            Größe & Maß                  | grosse-mass
            Zażółć gęślą jaźń, Łódź      | zazolc-gesla-jazn-lodz
            Smørrebrød på Ærø            | smorrebrod-pa-aero
            Dağ ışığı, İstanbul          | dag-isigi-istanbul
            Þórður og Guðrún             | thordur-og-gudrun
            Ħal Luqa, ŋ, œuvre           | hal-luqa-ng-oeuvre
            Đà Nẵng                      | da-nang
            Ναύπλιο, ΟΔΟΣ                | ναυπλιο-οδος
            ᾳ ΐ                          | α-ι
            Мой йогурт и ёлка            | мой-йогурт-и-ёлка
            ガンダムとパン                 | ガンダムとパン
            ｶﾞﾝﾀﾞﾑ                        | ガンダム
            大きさ、小ささ                 | 大きさ-小ささ
            人々のコーヒー                 | 人々のコーヒー
            한국어 블로그                 | 한국어-블로그
            हिन्दी में लेख                   | हिन्दी-में-लेख
            ภาษาไทย ที่นี่                 | ภาษาไทย-ที่นี่
            العربية، لغة                 | العربية-لغة
            سَلام                        | سَلام
            עברית, שפה                   | עברית-שפה
            ქართული                      | ქართული
            ﬁle №２                       | file-no2
            """)
    void a_title_in_any_script_suggests_words_of_that_script(String title, String slug) {
        assertThat(Slug.from(title)).contains(new Slug(slug));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C++ and C#            | c-plus-plus-and-c-sharp
            C++17                 | c-plus-plus-17
            F#, then c#.          | f-sharp-then-c-sharp
            Array#map             | array-map
            Issue #5              | issue-5
            1 ++ 2                | 1-2
            rock ’n’ roll         | rock-n-roll
            Don't, won`t, canʼt   | dont-wont-cant
            100 % of ½            | 100-of-1-2
            -- a -- b --          | a-b
            a_b.c/d\\e            | a-b-c-d-e
            """)
    void signs_become_words_or_fall_away(String title, String slug) {
        assertThat(Slug.from(title)).contains(new Slug(slug));
    }

    @ParameterizedTest
    @CsvSource({
        "می\u200Cخواهم, میخواهم",
        "soft\u00ADware, software",
        "zero\u200Bwidth\uFEFF, zerowidth",
        "I ❤\uFE0F Java, i-java",
        "☕\uFE0F Coffee ☕\uFE0F, coffee",
        "1\uFE0F\u20E3 first, 1-first",
        "葛\uDB40\uDD00城, 葛城",
        "か\u200B\u3099, が",
        "x\u030C\u0301y, xy",
        "I\u0307stanbul, istanbul",
        "и\u0306, й",
        "か\u3099, が"
    })
    void what_nobody_sees_or_types_falls_away(String title, String slug) {
        assertThat(Slug.from(title)).contains(new Slug(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "🦜🦜", "!?", "---", "❤\uFE0F", "\u0301", "\u200D", "\uD83E", "ʼ"})
    void a_title_without_letters_and_digits_suggests_nothing(String title) {
        assertThat(Slug.from(title)).isEmpty();
    }

    @Test
    void a_long_title_is_cut_at_a_word() {
        Slug slug = Slug.from("words of eleven ".repeat(30)).orElseThrow();

        assertThat(slug.value())
                .isEqualTo("words-of-eleven-words-of-eleven-words-of-eleven-words-of-eleven-words-of-eleven");
        assertThat(Slug.from("a".repeat(40) + " " + "b".repeat(80)))
                .contains(new Slug("a".repeat(40) + "-" + "b".repeat(39)));
        assertThat(Slug.from("a".repeat(41) + " " + "b".repeat(80))).contains(new Slug("a".repeat(41)));
        assertThat(Slug.from("a".repeat(80) + " b")).contains(new Slug("a".repeat(80)));
        assertThat(Slug.from("a".repeat(79) + " b")).contains(new Slug("a".repeat(79)));
    }

    @Test
    void a_long_word_is_cut_between_letters() {
        assertThat(Slug.from("a".repeat(500))).contains(new Slug("a".repeat(80)));
        assertThat(Slug.from("a" + "𠮷".repeat(100))).contains(new Slug("a" + "𠮷".repeat(39)));
        assertThat(Slug.from("ab" + "ต้".repeat(100))).contains(new Slug("ab" + "ต้".repeat(39)));
        assertThat(Slug.from("a" + "ต้".repeat(100))).contains(new Slug("a" + "ต้".repeat(39)));
        assertThat(Slug.from("ab" + "\uD804\uDC05\uD804\uDC38".repeat(100)))
                .contains(new Slug("ab" + "\uD804\uDC05\uD804\uDC38".repeat(19)));
    }

    @Test
    void even_a_letter_under_a_hundred_marks_is_never_torn_apart() {
        assertThat(Slug.from("ก" + "้".repeat(100))).contains(new Slug("ก" + "้".repeat(79)));
        assertThat(Slug.from("\uD804\uDC05" + "\uD804\uDC38".repeat(100)))
                .contains(new Slug("\uD804\uDC05" + "\uD804\uDC38".repeat(39)));
    }

    @Test
    void a_number_comes_behind_what_is_taken() {
        assertThat(new Slug("hello").numbered(2)).isEqualTo(new Slug("hello-2"));
        assertThat(new Slug("hello-2").numbered(12)).isEqualTo(new Slug("hello-2-12"));
        assertThat(new Slug("a".repeat(78)).numbered(2)).isEqualTo(new Slug("a".repeat(78) + "-2"));
    }

    @Test
    void a_number_finds_room_where_there_is_none() {
        assertThat(new Slug("a".repeat(80)).numbered(2)).isEqualTo(new Slug("a".repeat(78) + "-2"));
        assertThat(new Slug("a".repeat(80)).numbered(1000)).isEqualTo(new Slug("a".repeat(75) + "-1000"));
        assertThat(new Slug("a".repeat(60) + "-" + "b".repeat(19)).numbered(2))
                .isEqualTo(new Slug("a".repeat(60) + "-2"));
        assertThat(new Slug("𠮷".repeat(40)).numbered(10)).isEqualTo(new Slug("𠮷".repeat(38) + "-10"));
        assertThat(new Slug("a".repeat(77) + "-bc").numbered(2)).isEqualTo(new Slug("a".repeat(77) + "-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "hello-world", "2026", "größe", "大きさ", "мой-чай", "हिन्दी", "人々", "a-1-b"})
    void words_joined_by_single_hyphens_are_a_slug(String value) {
        assertThat(new Slug(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-a",
                "a-",
                "a--b",
                "Hello",
                "a b",
                "a/b",
                "a.b",
                "a_b",
                "..",
                "a%20b",
                "a\u200Bb",
                "a\n",
                "🦜",
                "\u0301a",
                "a-\u0301",
                "ǅ",
                "\uD840"
            })
    void anything_else_is_none(String value) {
        assertThatThrownBy(() -> new Slug(value))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("slug"))
                .hasMessage(
                        "'%s' cannot be an address: use lower-case letters, digits and single hyphens,"
                                + " at most 80 characters",
                        value);
    }

    @Test
    void a_slug_has_at_most_eighty_characters() {
        assertThat(new Slug("a".repeat(80)).value()).hasSize(80);
        assertThatThrownBy(() -> new Slug("a".repeat(81)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageStartingWith("'" + "a".repeat(80) + "…' cannot");
    }

    @Test
    void two_spellings_of_one_letter_are_one_slug() {
        assertThat(new Slug("gro\u0308ße")).isEqualTo(new Slug("größe"));
    }

    @Test
    void every_text_suggests_nothing_or_a_slug_that_suggests_itself() {
        Chance chance = Chance.seeded(20261122);

        NaughtyTexts.ALL.forEach(SlugTest::requireSoundSuggestion);
        IntStream.range(0, 10_000)
                .mapToObj(n -> chance.anyText(chance.onceIn(5) ? 500 : 20))
                .forEach(SlugTest::requireSoundSuggestion);
    }

    private static void requireSoundSuggestion(String text) {
        Optional<Slug> slug = Slug.from(text);

        slug.ifPresent(found -> {
            assertThat(found.value()).as(text).hasSizeBetween(1, 80);
            assertThat(Normalizer.isNormalized(found.value(), Normalizer.Form.NFC))
                    .as(text)
                    .isTrue();
            assertThat(Slug.from(found.value())).as(text).contains(found);
            assertThat(found.numbered(2).value()).as(text).hasSizeBetween(3, 80).endsWith("-2");
            assertThat(Slug.from(found.numbered(99).value())).as(text).contains(found.numbered(99));
        });
    }
}
