package dev.waxwing.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org/feed.atom",
        "https://example.org/, https://example.org/feed.atom",
        "https://example.org/blog//, https://example.org/blog/feed.atom"
    })
    void paths_are_made_absolute_against_its_address(String address, String absolute) {
        assertThat(at(address).absolute("/feed.atom")).isEqualTo(absolute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/?a=b", "https://example.org/#top", "https://example.org?"})
    void its_address_has_neither_query_nor_fragment(String address) {
        assertThatThrownBy(() -> at(address))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("address"))
                .hasMessage("'%s' has a ? or a #; the address of a site ends before them", address);
    }

    @Test
    void its_title_and_tagline_are_lines() {
        Site site = site(" A\nblog ", "one\ntwo", 10);

        assertThat(site.title()).isEqualTo("A blog");
        assertThat(site.tagline()).isEqualTo("one two");
        assertThat(site("A blog", "", 10).tagline()).isEmpty();
    }

    @Test
    void a_title_has_at_most_100_characters_and_a_tagline_300() {
        assertThat(site("a".repeat(100), "b".repeat(300), 10).tagline()).hasSize(300);
        assertRefused("title", () -> site("a".repeat(101), "", 10));
        assertRefused("title", () -> site(" ", "", 10));
        assertRefused("tagline", () -> site("a", "b".repeat(301), 10));
    }

    @Test
    void a_page_shows_1_to_100_posts() {
        assertThat(site("a", "", 1).postsPerPage()).isEqualTo(1);
        assertThat(site("a", "", 100).postsPerPage()).isEqualTo(100);
        assertRefused("postsPerPage", () -> site("a", "", 0));
        assertRefused("postsPerPage", () -> site("a", "", 101));
    }

    private static void assertRefused(String field, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static Site at(String address) {
        return new Site("A blog", "", new WebAddress(address), LanguageTag.ENGLISH, ZoneOffset.UTC, 10);
    }

    private static Site site(String title, String tagline, int postsPerPage) {
        return new Site(
                title,
                tagline,
                new WebAddress("https://example.org"),
                LanguageTag.ENGLISH,
                ZoneOffset.UTC,
                postsPerPage);
    }
}
