package dev.waxwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org/",
                "HTTPS://Example.ORG/Path?query=1&b=%20#part",
                "http://localhost:8080/a",
                "https://192.0.2.1/a",
                "https://[2001:db8::1]:8443/",
                "https://example.org/größe",
                "https://xn--bcher-kva.example/"
            })
    void an_absolute_address_of_the_web_is_kept_as_written(String value) {
        assertThat(new WebAddress(value)).hasToString(value);
        assertThat(new WebAddress("  " + value + "\n").uri()).isEqualTo(URI.create(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org",
                "/path",
                "ftp://example.org",
                "javascript:alert(1)",
                "data:text/html,x",
                "mailto:ada@example.org",
                "https:example.org",
                "https://",
                "https:///path",
                "https://ada@example.org",
                "https://ada:secret@example.org/",
                "https://exa mple.org",
                "https://example.org/\"onclick=\"x",
                "https://example.org/<b>",
                "https://example.org/%zz",
                "https://example.org/a\nb"
            })
    void anything_else_is_refused(String value) {
        assertThatThrownBy(() -> new WebAddress(value))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("address"))
                .hasMessage("'%s' is not a web address; it must start with http:// or https://", value);
    }

    @Test
    void an_address_has_at_most_2000_characters() {
        String start = "https://example.org/";

        assertThat(new WebAddress(start + "a".repeat(2_000 - start.length())).value())
                .hasSize(2_000);
        assertThatThrownBy(() -> new WebAddress(start + "a".repeat(2_001 - start.length())))
                .isInstanceOf(BlogException.Invalid.class)
                .hasMessageStartingWith("'" + start + "a".repeat(100 - start.length()) + "…' is not a web address");
    }
}
