package dev.waxwing.domain.post;

import static dev.waxwing.domain.fixture.Fixtures.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentTest {
    private static final Title TITLE = new Title("Hello");
    private static final MediaAddress PICTURE =
            new MediaAddress("/media/0123456789abcdef0123456789abcdef-1200x800.jpg");
    private static final MediaAddress FILE = new MediaAddress("/media/0123456789abcdef0123456789abcdef.pdf");

    @Test
    void a_title_is_a_line_of_at_most_300_characters() {
        assertThat(new Title(" Hello\n  world ")).hasToString("Hello world");
        assertThat(new Title("a".repeat(300)).value()).hasSize(300);
        assertRefused("title", () -> new Title("a".repeat(301)));
        assertRefused("title", () -> new Title("\u200B "));
    }

    @Test
    void an_excerpt_is_a_line_of_at_most_1000_characters_or_nothing() {
        assertThat(withExcerpt(" one\ntwo\r\nthree ").excerpt()).isEqualTo("one two three");
        assertThat(withExcerpt("").excerpt()).isEmpty();
        assertThat(withExcerpt("a".repeat(1_000)).excerpt()).hasSize(1_000);
        assertRefused("excerpt", () -> withExcerpt("a".repeat(1_001)));
    }

    @Test
    void content_needs_a_title_a_body_and_a_language_alone() {
        Content content = Content.of(TITLE, body("Words"), LanguageTag.ENGLISH);

        assertThat(content).isEqualTo(new Content(TITLE, body("Words"), "", null, LanguageTag.ENGLISH, null));
    }

    @Test
    void a_cover_is_a_picture_with_a_description_of_at_most_500_characters() {
        assertThat(new Cover(PICTURE, " A\nwaxwing ").alt()).isEqualTo("A waxwing");
        assertThat(new Cover(PICTURE, "").alt()).isEmpty();
        assertThat(new Cover(PICTURE, "a".repeat(500)).alt()).hasSize(500);
        assertRefused("alt", () -> new Cover(PICTURE, "a".repeat(501)));
        assertRefused("cover", () -> new Cover(FILE, "A waxwing"));
    }

    @Test
    void markdown_has_at_most_500000_characters() {
        assertThat(markdown("a".repeat(500_000)).markdown()).hasSize(500_000);
        assertThatThrownBy(() -> markdown("a".repeat(500_001)))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("markdown"))
                .hasMessage("The text has 500,001 characters; at most 500,000 are allowed; divide the post");
    }

    @Test
    void html_has_at_most_1000000_characters() {
        assertThat(new Body("a", "a".repeat(1_000_000), "", "", 1).html()).hasSize(1_000_000);
        assertThatThrownBy(() -> new Body("a", "a".repeat(1_000_001), "", "", 1))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("markdown"))
                .hasMessage("The text grows to 1,000,001 characters of HTML; at most 1,000,000 are allowed;"
                        + " divide the post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD83E", "a\uDD9C", "\uD83E\uD83E\uDD9C"})
    void markdown_that_no_storage_gives_back_as_it_was_is_refused(String markdown) {
        assertThatThrownBy(() -> markdown(markdown))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("markdown"))
                .hasMessage("The text has a character that is none: U+0000, or half of another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0001\t\r\n\u007F", "🦜", "\uFEFF\uFFFF", "Gro\u0308ße"})
    void all_other_markdown_is_kept_character_for_character(String markdown) {
        assertThat(markdown(markdown).markdown()).isEqualTo(markdown);
    }

    @Test
    void an_identity_is_read_from_its_text() {
        PostId id = new PostId(new UUID(1, 1));

        assertThat(PostId.parse(id.toString())).isEqualTo(id);
        assertThatThrownBy(() -> PostId.parse("hello"))
                .isInstanceOf(BlogException.NotFound.class)
                .hasMessage("There is no post hello");
    }

    private static Body markdown(String markdown) {
        return new Body(markdown, "", "", "", 0);
    }

    private static Content withExcerpt(String excerpt) {
        return new Content(TITLE, body("Words"), excerpt, null, LanguageTag.ENGLISH, null);
    }

    private static void assertRefused(String field, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
