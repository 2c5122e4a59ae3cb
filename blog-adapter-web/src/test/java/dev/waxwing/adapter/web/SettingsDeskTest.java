package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.site.ChangeSettings;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.site.Settings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsDeskTest {
    private static final String PAGE = "/admin/settings";

    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.ADMINISTRATOR);

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void the_form_begins_with_what_is_configured() {
        Document page = ada.visit(PAGE).page();

        assertThat(page.select("#title").val()).isEqualTo("Grain & Wing");
        assertThat(page.select("#navigation").val()).isEqualTo("Archive /archive\nTags /tags\nSearch /search");
        assertThat(page.select("#accent").val()).isEqualTo("#b53b2a");
        assertThat(page.select("input[name=version]").val()).isEqualTo("0");
        assertThat(page.select("main").text()).contains("These are the settings from the configuration");
        assertThat(page.select(".bar-nav [aria-current]").text()).isEqualTo("Settings");
    }

    @Test
    void readers_see_what_is_saved_at_once_and_everywhere() {
        blog.write("One").tagged("Birds").publish();

        Visit saved = ada.send(
                PAGE,
                fields(Map.of(
                        "title", "Reed & Rush",
                        "tagline", "From the shore",
                        "language", "de-AT",
                        "navigation", "Birds /tags/birds\nShop https://shop.example/?a=b&c=d")));
        assertThat(saved.status()).isEqualTo(303);

        for (String path : List.of("/", "/one", "/tags/birds", "/archive", "/search?q=one", "/nothing-here")) {
            Document page = blog.visit(path).page();
            assertThat(page.title()).as(path).contains("Reed & Rush");
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo("de-AT");
            assertThat(page.select(".masthead nav a").eachAttr("href"))
                    .as(path)
                    .containsExactly("/tags/birds", "https://shop.example/?a=b&c=d");
        }
        assertThat(blog.visit("/").page().select(".front-lead").text()).isEqualTo("From the shore");
        assertThat(blog.visit("/one")
                        .page()
                        .select("meta[property=og:site_name]")
                        .attr("content"))
                .isEqualTo("Reed & Rush");
        assertThat(blog.visit("/tags/birds")
                        .page()
                        .select(".masthead [aria-current]")
                        .text())
                .isEqualTo("Birds");
        for (String feed : List.of("/feed.atom", "/feed.rss", "/feed.json")) {
            assertThat(blog.visit(feed).text()).as(feed).containsAnyOf("Reed & Rush", "Reed &amp; Rush");
        }
        assertThat(ada.visit(PAGE).text(".bar-name")).isEqualTo("Reed & Rush");
        assertThat(ada.visit("/admin/audit").text("main")).contains("settings changed", "TITLE");
    }

    @Test
    void as_many_posts_stand_on_a_page_as_were_asked_for() {
        for (int i = 0; i < 4; i++) {
            blog.write("Note " + i).daysAgo(i).publish();
        }

        save(fields(Map.of("postsPerPage", "3")));

        assertThat(blog.visit("/").page().select(".entries article")).hasSize(3);
    }

    @Test
    void accent_and_typeface_are_a_style_sheet_of_their_own_that_may_be_kept_for_ever() {
        assertThat(blog.visit("/").page().select("link[rel=stylesheet]")).hasSize(1);

        save(fields(Map.of("accent", "#FFFF00", "typeface", "SANS")));

        Document front = blog.visit("/").page();
        String theme = front.select("link[rel=stylesheet]").last().attr("href");
        assertThat(theme).matches("/assets/theme-ffff00-sans\\.[0-9a-f]{10}\\.css");
        assertThat(front.select("link[rel=preload], [style], style")).isEmpty();
        Visit sheet = blog.visit(theme);
        assertThat(sheet.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(sheet.header("Cache-Control")).contains("immutable");
        assertThat(sheet.text())
                .contains("--accent: #777700", "prefers-color-scheme: dark", "--accent: #ffff00", "--serif: system-ui");
        assertThat(ada.visit(PAGE).text("#accent-hint")).contains("Saved as #ffff00", "#ffff00 on dark paper");
    }

    @Test
    void no_other_address_is_a_theme() {
        for (String other : List.of(
                "/assets/theme-ffff00-sans.0000000000.css",
                "/assets/theme-ffff00-comic.0000000000.css",
                "/assets/theme-FFFF00-sans.0000000000.css",
                "/assets/theme.css")) {
            assertThat(blog.visit(other).status()).as(other).isEqualTo(404);
        }
    }

    @Test
    void search_engines_are_kept_out_of_everything_when_they_are_not_wanted() {
        blog.write("One").publish();
        assertThat(blog.visit("/one").page().select("meta[name=robots]")).isEmpty();

        Map<String, String> fields = fields(Map.of());
        fields.remove("listed");
        save(fields);

        assertThat(blog.visit("/robots.txt").text()).isEqualTo("User-agent: *\nDisallow: /\n");
        for (String path : List.of("/", "/one", "/archive")) {
            assertThat(blog.visit(path).page().select("meta[name=robots]").attr("content"))
                    .as(path)
                    .isEqualTo("noindex");
        }
        assertThat(blog.visit("/feed.atom").header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(ada.visit(PAGE).page().select("input[name=listed]").hasAttr("checked"))
                .isFalse();
    }

    @Test
    void a_logo_of_the_library_stands_where_the_title_stood() throws IOException {
        MediaAddress picture = new MediaAddress(ada.upload(
                        "/admin/media",
                        "logo.png",
                        TrialServer.picture(400, 100, 5).readAllBytes(),
                        "application/json")
                .text()
                .replaceAll(".*\"address\":\"([^\"]+)\".*", "$1"));

        save(fields(Map.of("logo", picture.value())));
        Element logo = blog.visit("/").page().selectFirst(".masthead-name img");
        assertThat(logo).isNotNull();
        assertThat(logo.attr("alt")).isEqualTo("Grain & Wing");
        assertThat(logo.attr("src")).isEqualTo(picture.value());

        Visit unknown = ada.send(PAGE, fields(Map.of("version", "1", "logo", "/media/" + "0".repeat(32) + "-9x9.png")));
        assertThat(unknown.text("#logo-error")).contains("in the library");
    }

    @Test
    void what_is_wrong_is_said_beside_each_field_and_nothing_typed_is_lost() {
        Visit refused = ada.send(
                PAGE,
                fields(Map.of(
                        "title", " ",
                        "tagline", "b".repeat(301),
                        "logo", "logo.png",
                        "language", "deutsch!",
                        "zone", "Europe/Wien",
                        "postsPerPage", "many",
                        "navigation", "About /about\nEvil javascript:alert(1)",
                        "accent", "red",
                        "typeface", "COMIC")));

        assertThat(refused.status()).isEqualTo(422);
        Document page = refused.page();
        assertThat(page.select(".field-error").eachAttr("id"))
                .containsExactlyInAnyOrder(
                        "title-error",
                        "tagline-error",
                        "logo-error",
                        "language-error",
                        "zone-error",
                        "postsPerPage-error",
                        "navigation-error",
                        "accent-error",
                        "typeface-error");
        assertThat(page.select("#zone-error").text()).contains("'Europe/Wien' is not a time zone");
        assertThat(page.select("#zone").val()).isEqualTo("Europe/Wien");
        assertThat(page.select("#accent").val())
                .as("a field for colours holds nothing else")
                .matches("#[0-9a-f]{6}");
        assertThat(page.select("#navigation").val()).isEqualTo("About /about\nEvil javascript:alert(1)");
        assertThat(page.select("[autofocus]").attr("id")).isEqualTo("title");
        assertThat(blog.visit("/").page().title()).isEqualTo("Grain & Wing");
    }

    @Test
    void the_second_of_two_administrators_is_shown_what_the_first_has_saved() {
        save(fields(Map.of("title", "The first", "postsPerPage", "7")));

        Visit late = ada.send(PAGE, fields(Map.of("title", "The second", "postsPerPage", "7")));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("#title-error")).contains("meanwhile", "“The first”");
        assertThat(late.page().select(".field-error")).hasSize(1);
        assertThat(late.page().select("#title").val()).isEqualTo("The second");
        assertThat(blog.visit("/").page().title()).isEqualTo("The first");

        String seen = late.page().select("input[name=version]").val();
        assertThat(ada.send(PAGE, fields(Map.of("title", "The second", "postsPerPage", "7", "version", seen)))
                        .status())
                .isEqualTo(303);
        assertThat(blog.visit("/").page().title()).isEqualTo("The second");
    }

    @Test
    void another_error_does_not_make_the_newer_settings_seen() {
        save(fields(Map.of("title", "The first")));

        Visit wrong = ada.send(PAGE, fields(Map.of("title", "The second", "zone", "nowhere")));

        assertThat(wrong.page().select("input[name=version]").val()).isEqualTo("0");
    }

    @Test
    void a_preview_is_the_front_page_with_what_is_typed_and_saves_nothing() {
        blog.write("One").publish();
        long head = blog.blog().head();

        Visit preview = ada.send(
                PAGE + "/preview",
                fields(Map.of("title", "Tried out", "accent", "#0a7f3c", "navigation", "Elsewhere /one")));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.header("Cache-Control")).isEqualTo("no-store");
        assertThat(preview.header("X-Robots-Tag")).isEqualTo("noindex");
        Document page = preview.page();
        assertThat(page.select(".preview-notice").text()).contains("Nothing is saved");
        assertThat(page.select("h1").text()).isEqualTo("Tried out");
        assertThat(page.select(".masthead nav a").text()).isEqualTo("Elsewhere");
        assertThat(page.select(".entries").text()).contains("One");
        String theme = page.select("link[rel=stylesheet]").last().attr("href");
        assertThat(blog.visit(theme).text()).contains("#0a7f3c");

        assertThat(blog.visit("/").page().title()).isEqualTo("Grain & Wing");
        assertThat(blog.visit("/").page().select(".preview-notice")).isEmpty();
        assertThat(blog.blog().head()).isEqualTo(head);
    }

    @Test
    void what_cannot_be_shown_is_the_form_again() {
        Visit refused = ada.send(PAGE + "/preview", fields(Map.of("zone", "nowhere")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#zone-error")).contains("'nowhere' is not a time zone");
    }

    @Test
    void a_blog_without_navigation_has_none() {
        Settings settings = blog.site().settings().linking(List.of());
        blog.blog()
                .siteUseCases(blog::site, blog.clock())
                .change()
                .handle(new ChangeSettings.Command(TrialBlog.OWNER, 0, settings));

        assertThat(blog.visit("/").page().select(".masthead nav")).isEmpty();
    }

    private void save(Map<String, String> fields) {
        assertThat(ada.send(PAGE, fields).status()).isEqualTo(303);
    }

    /** What the form sends for the settings of the trial blog, but for these. */
    private static Map<String, String> fields(Map<String, String> others) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "version", "0",
                "title", "Grain & Wing",
                "tagline", "Notes on small machines.",
                "language", "en",
                "zone", "UTC",
                "postsPerPage", "10",
                "navigation", "Archive /archive",
                "accent", "#b53b2a",
                "typeface", "LITERATA",
                "listed", "yes"));
        fields.putAll(others);
        return fields;
    }
}
