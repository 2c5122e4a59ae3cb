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

    private static Site at(String address) {
        Settings settings = Settings.of("A blog", "", LanguageTag.ENGLISH, ZoneOffset.UTC, 10);
        return new Site(settings, new WebAddress(address));
    }

    @Test
    void a_site_says_what_its_settings_say_and_keeps_its_place_when_they_change() {
        Settings settings = Settings.of("Title", "Tagline", LanguageTag.ENGLISH, ZoneOffset.UTC, 7);

        Site site = at("https://example.org/blog").with(settings);

        assertThat(site.title()).isEqualTo("Title");
        assertThat(site.tagline()).isEqualTo("Tagline");
        assertThat(site.language()).isEqualTo(LanguageTag.ENGLISH);
        assertThat(site.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(site.postsPerPage()).isEqualTo(7);
        assertThat(site.isListed()).isTrue();
        assertThat(site.absolute("/a")).isEqualTo("https://example.org/blog/a");
    }

    @Test
    void a_site_that_keeps_search_engines_out_is_not_listed() {
        Settings open = Settings.of("Title", "", LanguageTag.ENGLISH, ZoneOffset.UTC, 7);
        Settings closed = new Settings(
                open.title(),
                open.tagline(),
                open.logo(),
                open.language(),
                open.zone(),
                open.postsPerPage(),
                open.navigation(),
                open.accent(),
                open.typeface(),
                Settings.SearchEngines.KEPT_OUT);

        assertThat(at("https://example.org").with(closed).isListed()).isFalse();
    }
}
