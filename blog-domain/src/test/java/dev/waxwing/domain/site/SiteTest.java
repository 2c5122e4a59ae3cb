package dev.waxwing.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
}
