package dev.waxwing.adapter.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.search.SearchQuery;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionTest {
    private static final WordForms FORMS = new WordForms(WordAnalyzer.forQueries(), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"note77", "\"a river\"", "go", "java.util.List -river"})
    void near_spellings_are_not_looked_for_where_there_are_none(String words) {
        Question question = Question.of(new SearchQuery(words, 0, 10).terms(), FORMS);

        assertThat(question.enough(Reach.AS_WRITTEN)).isEqualTo(1);
        assertThat(question.enough(Reach.SOME_WORDS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"river", "note77 river"})
    void near_spellings_are_looked_for_where_little_is_found(String words) {
        Question question = Question.of(new SearchQuery(words, 0, 10).terms(), FORMS);

        assertThat(question.enough(Reach.AS_WRITTEN)).isGreaterThan(1);
        assertThat(question.enough(Reach.NEARLY)).isEqualTo(1);
    }
}
