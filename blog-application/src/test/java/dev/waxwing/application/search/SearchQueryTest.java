package dev.waxwing.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.search.SearchTerm.Role;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchQueryTest {
    @Test
    void the_last_word_may_go_on() {
        assertThat(terms("red  apple\tpie"))
                .containsExactly(term("red", Role.WORD), term("apple", Role.WORD), term("pie", Role.BEGINNING));
        assertThat(terms("red \"apple pie\"")).containsExactly(term("red", Role.WORD), term("apple pie", Role.PHRASE));
        assertThat(terms("red -pie")).containsExactly(term("red", Role.WORD), term("pie", Role.UNWANTED));
    }

    @Test
    void quotes_of_every_kind_hold_a_phrase() {
        assertThat(List.of(
                        "\"red apple\"",
                        "“red apple”",
                        "„red apple“",
                        "«red apple»",
                        "« red apple »",
                        "\"red apple\","))
                .allSatisfy(
                        words -> assertThat(terms(words)).as(words).containsExactly(term("red apple", Role.PHRASE)));
    }

    @Test
    void a_quote_without_its_partner_is_a_sign_like_others() {
        assertThat(terms("\"red apple")).containsExactly(term("\"red", Role.WORD), term("apple", Role.BEGINNING));
        assertThat(terms("red\" apple")).containsExactly(term("red\"", Role.WORD), term("apple", Role.BEGINNING));
        assertThat(terms("\"\" apple")).containsExactly(term("apple", Role.BEGINNING));
    }

    @Test
    void a_quote_inside_a_word_belongs_to_it() {
        assertThat(terms("צה\"ל דו\"ח")).containsExactly(term("צה\"ל", Role.WORD), term("דו\"ח", Role.BEGINNING));
    }

    @Test
    void only_a_single_minus_before_a_word_turns_it_away() {
        assertThat(terms("-red -\"green apple\""))
                .containsExactly(term("red", Role.UNWANTED), term("green apple", Role.UNWANTED));
        assertThat(terms("well-known --verbose - apple"))
                .containsExactly(
                        term("well-known", Role.WORD), term("--verbose", Role.WORD), term("apple", Role.BEGINNING));
    }

    @Test
    void signs_alone_are_no_terms() {
        assertThat(terms(" ... - \"\" * () ?! \u0000 ")).isEmpty();
    }

    @Test
    void ten_terms_are_enough() {
        assertThat(terms("a b c d e f g h i j k l")).hasSize(10).contains(term("j", Role.BEGINNING));
    }

    @Test
    void what_is_too_long_or_out_of_bounds_is_cut() {
        assertThat(new SearchQuery("x".repeat(300), 0, 10).words()).hasSize(200);
        assertThat(new SearchQuery("x".repeat(199) + "😀", 0, 10).words()).isEqualTo("x".repeat(199));
        assertThat(new SearchQuery("x", -1, 0)).isEqualTo(new SearchQuery("x", 0, 1));
        assertThat(new SearchQuery("x", Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isEqualTo(new SearchQuery("x", SearchQuery.MAX_OFFSET, SearchQuery.MAX_LIMIT));
    }

    private static List<SearchTerm> terms(String words) {
        return new SearchQuery(words, 0, 10).terms();
    }

    private static SearchTerm term(String text, Role role) {
        return new SearchTerm(text, role);
    }
}
