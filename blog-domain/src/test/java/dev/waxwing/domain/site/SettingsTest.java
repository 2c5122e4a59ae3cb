package dev.waxwing.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Settings FIRST = settings("A blog", "", 10);

    @Test
    void title_and_tagline_are_lines() {
        Settings settings = settings(" A\nblog ", "one\ntwo", 10);

        assertThat(settings.title()).isEqualTo("A blog");
        assertThat(settings.tagline()).isEqualTo("one two");
        assertThat(FIRST.tagline()).isEmpty();
    }

    @Test
    void a_title_has_at_most_100_characters_and_a_tagline_300() {
        assertThat(FIRST.named("a".repeat(100), "b".repeat(300)).tagline()).hasSize(300);
        assertRefused("title", () -> FIRST.named("a".repeat(101), ""));
        assertRefused("title", () -> FIRST.named(" ", ""));
        assertRefused("tagline", () -> FIRST.named("a", "b".repeat(301)));
    }

    @Test
    void a_page_shows_1_to_100_posts() {
        assertThat(FIRST.listing(1).postsPerPage()).isEqualTo(1);
        assertThat(FIRST.listing(100).postsPerPage()).isEqualTo(100);
        assertRefused("postsPerPage", () -> FIRST.listing(0));
        assertRefused("postsPerPage", () -> FIRST.listing(101));
    }

    @Test
    void the_navigation_has_at_most_ten_links_and_keeps_their_order() {
        NavigationLink about = new NavigationLink("About", "/about");
        NavigationLink shop = new NavigationLink("Shop", "https://shop.example/");

        assertThat(FIRST.navigation())
                .extracting(NavigationLink::target)
                .containsExactly("/archive", "/tags", "/search");
        assertThat(FIRST.linking(List.of(shop, about)).navigation()).containsExactly(shop, about);
        assertThat(FIRST.linking(List.of()).navigation()).isEmpty();
        assertRefused("navigation", () -> FIRST.linking(Collections.nCopies(11, about)));
    }

    @ParameterizedTest
    @CsvSource({
        "/about, /about",
        "/, /",
        "/search?q=rust#found, /search?q=rust#found",
        "/大きさ, /%E5%A4%A7%E3%81%8D%E3%81%95",
        "' https://example.org/a ', https://example.org/a",
        "HTTPS://example.org, HTTPS://example.org"
    })
    void a_link_leads_to_a_path_or_a_secure_address(String target, String kept) {
        assertThat(new NavigationLink("There", target).target()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "about",
                "//evil.example",
                "/\\evil.example",
                "http://example.org",
                "javascript:alert(1)",
                "https://",
                "https://ada:secret@example.org",
                "mailto:ada@example.org",
                "/two words",
                "?q=rust",
                "#top"
            })
    void and_nowhere_else(String target) {
        assertRefused("navigation", () -> new NavigationLink("There", target));
    }

    @Test
    void a_logo_is_a_picture() {
        MediaAddress file = new MediaAddress("/media/" + "0".repeat(32) + ".pdf");

        assertRefused("logo", () -> new Logo(file, ""));
        assertRefused("logoAlt", () -> new Logo(picture(), "a".repeat(201)));
        assertThat(new Logo(picture(), "A\nwing").alt()).isEqualTo("A wing");
    }

    @Test
    void what_differs_is_said_part_by_part() {
        Settings other = new Settings(
                "Another blog",
                "",
                new Logo(picture(), ""),
                LanguageTag.ENGLISH,
                ZoneOffset.UTC,
                10,
                FIRST.navigation(),
                Settings.WAX_RED,
                Typeface.SANS,
                Settings.SearchEngines.INVITED);

        assertThat(other.differencesFrom(FIRST))
                .containsExactly(Settings.Part.TITLE, Settings.Part.LOGO, Settings.Part.TYPEFACE);
        assertThat(FIRST.differencesFrom(FIRST)).isEmpty();
    }

    @Test
    void saving_what_is_there_already_is_no_event() {
        SavedSettings saved = SavedSettings.begin(FIRST);

        saved.change(FIRST, NOON);
        assertThat(saved.drainEvents()).isEmpty();

        saved.change(FIRST.named("Another blog", ""), NOON);
        assertThat(saved.drainEvents()).containsExactly(new SettingsEvent.Changed(List.of(Settings.Part.TITLE), NOON));
        assertThat(saved.state().settings().title()).isEqualTo("Another blog");
    }

    private static void assertRefused(String field, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static MediaAddress picture() {
        return new MediaAddress("/media/" + "0".repeat(32) + "-400x200.png");
    }

    private static Settings settings(String title, String tagline, int postsPerPage) {
        return Settings.of(title, tagline, LanguageTag.ENGLISH, ZoneOffset.UTC, postsPerPage);
    }
}
