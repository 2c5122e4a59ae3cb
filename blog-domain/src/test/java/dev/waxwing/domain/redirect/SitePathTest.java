package dev.waxwing.domain.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.fixture.Chance;
import dev.waxwing.domain.fixture.NaughtyTexts;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SitePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hello",
                "/2019/01/02/hello.html",
                "/?p=12",
                "/größe",
                "/大きさ",
                "/a b",
                "/a.b/..c",
                "/~ada",
                "/%"
            })
    void segments_behind_slashes_are_a_path(String value) {
        assertThat(new SitePath(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "a/",
                "//",
                "//example.org",
                "/a//b",
                "/a//",
                "///",
                "/.",
                "/..",
                "/a/../b",
                "/a/./b",
                "/a\\b",
                "/a\u0000",
                "/a\nb",
                "/a\u007F",
                "/a\u0085",
                "/a\u2028b",
                "/a\u2029b",
                "/\uD83E",
                "https://example.org/a"
            })
    void anything_else_is_refused(String value) {
        assertThatThrownBy(() -> new SitePath(value))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("path"))
                .hasMessageEndingWith("is not a path of this site");
    }

    @Test
    void a_refusal_shows_neither_hidden_characters_nor_endless_text() {
        assertThatThrownBy(() -> new SitePath("/a\u001B[31m\n")).hasMessage("'/a?[31m?' is not a path of this site");
        assertThatThrownBy(() -> new SitePath("/a\\" + "b".repeat(2_000)))
                .hasMessage("'/a\\%s…' is not a path of this site", "b".repeat(97));
        assertThatThrownBy(() -> new SitePath("/\\" + "b".repeat(98)))
                .hasMessage("'/\\%s' is not a path of this site", "b".repeat(98));
    }

    @Test
    void a_slash_at_the_end_makes_no_difference() {
        assertThat(new SitePath("/2019/hello/")).isEqualTo(new SitePath("/2019/hello"));
    }

    @Test
    void two_spellings_of_one_letter_are_one_path() {
        assertThat(new SitePath("/gro\u0308ße")).isEqualTo(new SitePath("/größe"));
    }

    @Test
    void a_path_has_at_most_1000_characters() {
        assertThat(new SitePath("/" + "a".repeat(999)).value()).hasSize(1_000);
        assertThatThrownBy(() -> new SitePath("/" + "a".repeat(1_000))).isInstanceOf(BlogException.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/hello, /hello",
        "/gr%C3%B6%c3%9fe/, /größe",
        "/a%20b, /a b",
        "/100%25, /100%",
        "/a%2Bb+c, /a+b+c",
        "/a%252Fb, /a%2Fb",
        "/größe, /größe",
        "/a%3Fb, /a?b",
        "/%5F~, /_~"
    })
    void a_path_is_decoded_once(String encoded, String value) {
        assertThat(SitePath.decode(encoded)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%zz", "/%4g", "/%-1", "/%C3", "/%FF", "/%C0%AF", "/%ED%A0%80", "/\uD83E"})
    void a_broken_escape_is_refused(String encoded) {
        assertThatThrownBy(() -> SitePath.decode(encoded))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("path"))
                .hasMessageEndingWith("has a broken percent-escape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2F%2Fb", "/%2e%2e/b", "/%2E", "/a%5Cb", "/a%00", "/a%0Ab", "/%2F"})
    void what_hides_behind_an_escape_is_refused_as_well(String encoded) {
        assertThatThrownBy(() -> SitePath.decode(encoded)).hasMessageEndingWith("is not a path of this site");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/hello-world/2, /hello-world/2",
        "/größe, /gr%C3%B6%C3%9Fe",
        "/a b, /a%20b",
        "/a?b#c%, /a%3Fb%23c%25",
        "/🦜, /%F0%9F%A6%9C",
        "'/\"<>[]{}|^`', /%22%3C%3E%5B%5D%7B%7D%7C%5E%60",
        "'/AZaz09-._~!$&''()*+,;=:@', '/AZaz09-._~!$&''()*+,;=:@'"
    })
    void a_path_is_encoded_for_links_and_headers(String value, String encoded) {
        assertThat(new SitePath(value).encoded()).isEqualTo(encoded);
    }

    @Test
    void things_have_their_places() {
        assertThat(SitePath.ofPost(new Slug("hello"))).isEqualTo(new SitePath("/hello"));
        assertThat(SitePath.ofTag(new Slug("java"))).isEqualTo(new SitePath("/tags/java"));
        assertThat(SitePath.ofAuthor(new Slug("ada"))).isEqualTo(new SitePath("/authors/ada"));
    }

    @Test
    void every_path_survives_its_own_encoding_and_stays_on_the_site() {
        Chance chance = Chance.seeded(20261122);

        NaughtyTexts.ALL.forEach(text -> requireRoundTrip("/" + text));
        IntStream.range(0, 5_000).forEach(n -> requireRoundTrip("/" + chance.anyText(30)));
    }

    private static void requireRoundTrip(String text) {
        SitePath path;
        try {
            path = new SitePath(text);
        } catch (BlogException.Invalid refused) {
            return;
        }
        assertThat(path.encoded()).as(text).matches("/|(/[!-~&&[^/]]+)+");
        assertThat(URI.create("https://example.org/").resolve(path.encoded()).getHost())
                .isEqualTo("example.org");
        assertThat(SitePath.decode(path.encoded())).as(text).isEqualTo(path);
    }
}
