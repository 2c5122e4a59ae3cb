package dev.waxwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"en, en", "EN, en", "de-at, de-AT", "zh-hant-tw, zh-Hant-TW", "iw, he", "sl-rozaj, sl-rozaj", "eng, eng"
    })
    void a_tag_is_written_in_one_way(String written, String tag) {
        assertThat(new LanguageTag(written)).hasToString(tag);
        assertThat(new LanguageTag(tag)).isEqualTo(new LanguageTag(written));
    }

    @Test
    void a_language_of_two_letters_is_written_as_the_platform_writes_it() {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                String written = "" + first + second;
                assertThat(new LanguageTag(written))
                        .hasToString(Locale.forLanguageTag(written).toLanguageTag());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "en_US", "e", "english language", "x-klingon", "und", "en-", "<b>", "en\n", "日本語"})
    void what_is_no_language_is_refused(String written) {
        assertThatThrownBy(() -> new LanguageTag(written))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("language"))
                .hasMessage("'%s' is not a language tag; write for example en, de-AT or ja", written);
    }

    @Test
    void a_tag_has_at_most_35_characters() {
        assertThat(new LanguageTag("en-x-" + "abcdefgh-".repeat(3) + "abc").value())
                .hasSize(35);
        assertThatThrownBy(() -> new LanguageTag("en-x-" + "abcdefgh-".repeat(3) + "abcd"))
                .isInstanceOf(BlogException.Invalid.class);
        assertThatThrownBy(() -> new LanguageTag("x".repeat(500)))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageStartingWith("'" + "x".repeat(35) + "…' is not");
    }

    @Test
    void the_language_is_known_without_its_region() {
        LanguageTag austrian = new LanguageTag("de-AT");

        assertThat(austrian.language()).isEqualTo("de");
        assertThat(austrian.locale()).isEqualTo(new Locale("de", "AT"));
        assertThat(LanguageTag.ENGLISH.language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({
        "en, English",
        "de, Deutsch",
        "fa, فارسی",
        "ja, 日本語",
        "fr, français",
        "es-MX, español (México)",
        "qaa, qaa"
    })
    void a_language_has_a_name_of_its_own(String tag, String name) {
        assertThat(new LanguageTag(tag).ownName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ar", "ar-EG", "he", "iw-IL", "fa", "ur", "yi", "ckb", "dv", "az-Arab", "pa-Arab-PK", "ku-Hebr"})
    void some_languages_and_scripts_run_from_right_to_left(String tag) {
        assertThat(new LanguageTag(tag).rightToLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ja", "hi", "az", "ks-Deva", "yi-Latn", "tr"})
    void all_others_from_left_to_right(String tag) {
        assertThat(new LanguageTag(tag).rightToLeft()).isFalse();
    }
}
