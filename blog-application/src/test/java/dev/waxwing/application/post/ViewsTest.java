package dev.waxwing.application.post;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aPostId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lists show of a post. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewsTest {
    private static final PostId ID = aPostId();

    @Test
    void an_excerpt_is_the_authors_own() {
        assertThat(excerpt("In short", "Long text")).isEqualTo("In short");
    }

    @Test
    void else_it_is_the_beginning_of_the_text() {
        assertThat(excerpt("", " One\n\ntwo\tthree ")).isEqualTo("One · two three");
        assertThat(excerpt("", "")).isEmpty();
    }

    @Test
    void a_text_of_300_characters_is_shown_whole_and_a_longer_one_cut_at_a_word() {
        String words = "words ".repeat(49) + "words.";
        assertThat(words).hasSize(300);

        assertThat(excerpt("", words)).isEqualTo(words);
        assertThat(excerpt("", words + ".")).isEqualTo("words ".repeat(49).strip() + "…");
        assertThat(excerpt("", "a".repeat(299) + " b")).isEqualTo("a".repeat(299) + "…");
    }

    @Test
    void a_text_without_blanks_is_cut_between_letters() {
        assertThat(excerpt("", "a".repeat(301))).isEqualTo("a".repeat(299) + "…");
        assertThat(excerpt("", "🦜".repeat(200))).isEqualTo("🦜".repeat(149) + "…");
        assertThat(excerpt("", "ab" + "🦜".repeat(200))).isEqualTo("ab" + "🦜".repeat(148) + "…");
    }

    @Test
    void a_blank_in_the_first_half_is_too_early_to_cut_at() {
        assertThat(excerpt("", "a".repeat(150) + " " + "b".repeat(300)))
                .isEqualTo("a".repeat(150) + " " + "b".repeat(148) + "…");
        assertThat(excerpt("", "a".repeat(151) + " " + "b".repeat(300))).isEqualTo("a".repeat(151) + "…");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "344, 1", "345, 2", "460, 2", "2300, 10"})
    void reading_takes_a_minute_for_230_words(int words, int minutes) {
        assertThat(summary(words).readingTime()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void a_summary_knows_its_place_in_the_list() {
        assertThat(summary(1).cursor()).isEqualTo(new PostCursor(NOON, ID));
    }

    private static String excerpt(String own, String text) {
        return Excerpts.of(
                new Content(new Title("Hello"), new Body(text, "", "", text, 1), own, null, LanguageTag.ENGLISH, null));
    }

    private static PostSummary summary(int words) {
        return new PostSummary(
                ID,
                Post.Kind.ARTICLE,
                new Slug("hello"),
                "Hello",
                "",
                null,
                LanguageTag.ENGLISH,
                List.of(),
                List.of(),
                words,
                NOON,
                NOON);
    }
}
