package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteFilesTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void the_sitemap_names_every_address_that_may_be_listed() {
        blog.write("Grüße, 日本").tagged("R&D").publish();
        blog.write("About").page().publish();

        assertThat(locations("/sitemap.xml"))
                .containsExactlyInAnyOrder(
                        "https://blog.example/",
                        "https://blog.example/archive",
                        "https://blog.example/tags",
                        "https://blog.example/tags/r-d",
                        "https://blog.example/authors/ada",
                        "https://blog.example/gru%C3%9Fe-%E6%97%A5%E6%9C%AC".replace("gru%C3%9Fe", "grusse"),
                        "https://blog.example/about");
    }

    @Test
    void every_address_in_the_sitemap_answers() {
        blog.write("One").tagged("Birds").publish();

        for (String location : locations("/sitemap.xml")) {
            String path = location.substring("https://blog.example".length());
            assertThat(blog.visit(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void robots_may_read_everything_but_searches_and_learn_of_the_sitemap() {
        assertThat(blog.visit("/robots.txt").text())
                .contains("Disallow: /search")
                .contains("Sitemap: https://blog.example/sitemap.xml");
    }

    @Test
    void health_says_that_the_program_runs_and_whether_readers_can_be_served() {
        assertThat(blog.visit("/livez").status()).isEqualTo(200);
        assertThat(blog.visit("/readyz").status()).isEqualTo(200);

        blog.become(() -> List.of(new Check("database", Loss.READING, Optional.of("does not answer"))));
        assertThat(blog.visit("/livez").status()).isEqualTo(200);
        assertThat(blog.visit("/readyz").status()).isEqualTo(503);
        assertThat(blog.visit("/readyz").text()).isEqualTo("not ready\ndatabase: does not answer\n");
        assertThat(blog.visit("/readyz").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void what_readers_do_not_need_is_named_and_does_not_turn_them_away() {
        blog.become(() -> List.of(
                new Check("database", Loss.READING, Optional.empty()),
                new Check("disk", Loss.LESS, Optional.of("takes no changes"))));

        assertThat(blog.visit("/readyz").status()).isEqualTo(200);
        assertThat(blog.visit("/readyz").text()).isEqualTo("ready\ndatabase: ok\ndisk: takes no changes\n");
    }

    @Test
    void health_is_told_to_programs_as_json() {
        blog.become(() -> List.of(
                new Check("database", Loss.READING, Optional.empty()),
                new Check("backups", Loss.LESS, Optional.of("the newest is too old"))));

        Visit visit = blog.visit("/readyz").with("Accept", "application/json");

        assertThat(visit.header("Content-Type")).startsWith("application/json");
        assertThat(visit.text())
                .isEqualTo("{\"status\":\"ready\",\"checks\":["
                        + "{\"name\":\"database\",\"ok\":true,\"neededByReaders\":true},"
                        + "{\"name\":\"backups\",\"ok\":false,\"neededByReaders\":false,"
                        + "\"trouble\":\"the newest is too old\"}]}");
    }

    @Test
    void which_version_it_is_those_are_told_who_run_it() {
        try (TrialBlog watched = TrialBlog.watchedWith("a-long-token-of-24-chars")) {
            assertThat(watched.visit("/readyz").text()).doesNotContain("7.8.9");
            assertThat(watched.visit("/readyz")
                            .with("Authorization", "Bearer a-long-token-of-24-chars")
                            .text())
                    .contains("version: 7.8.9\n");
        }
    }

    @Test
    void assets_stand_at_addresses_that_hold_their_hash_and_may_be_kept_for_ever() {
        String styleSheet =
                blog.visit("/").page().select("link[rel=stylesheet]").attr("href");

        assertThat(styleSheet).matches("/assets/waxwing\\.[0-9a-f]{10}\\.css");
        Visit visit = blog.visit(styleSheet);
        assertThat(visit.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(visit.header("Cache-Control")).contains("immutable");
        assertThat(visit.text()).contains("--accent-hue: 28;");
        List<String> faces = Pattern.compile("url\\(\"([^\"]+)\"\\)")
                .matcher(visit.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(faces)
                .hasSizeGreaterThan(5)
                .allSatisfy(face ->
                        assertThat(blog.visit(face).header("Content-Type")).isEqualTo("font/woff2"));
    }

    /** JSON has no such parameter: it is always UTF-8 (RFC 8259, section 8.1). */
    @Test
    void whatever_is_text_says_how_it_is_encoded() {
        List<String> addresses = Stream.concat(
                        Stream.of("/", "/nope", "/feed.atom", "/feed.rss", "/sitemap.xml", "/robots.txt", "/readyz"),
                        blog.visit("/").page().select("link[rel=stylesheet], link[rel=icon]").eachAttr("href").stream())
                .toList();

        assertThat(addresses).anyMatch(address -> address.endsWith(".svg"));
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(blog.visit(address).header("Content-Type")).matches(".+; ?charset=utf-8"));
    }

    @Test
    void pages_ask_nothing_of_third_parties() {
        blog.write("One").tagged("Birds").publish();

        for (String path : List.of("/", "/one", "/tags", "/archive", "/search", "/nope")) {
            assertThat(blog.visit(path)
                            .page()
                            .select("link[rel~=stylesheet|icon|preload], img, script[src], iframe")
                            .eachAttr("href"))
                    .as(path)
                    .allMatch(address -> address.startsWith("/"));
            assertThat(blog.visit(path).page().select("[style], style, [onclick], [onload]"))
                    .as(path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/2015/04/10/Fearless Concurrency.html, /2015/04/10/Fearless%20Concurrency.html",
        "/2015/04/10/Fearless Concurrency.html, /2015/04/10/Fearless%20Concurrency.html/",
        "/ブログ/投稿, /%E3%83%96%E3%83%AD%E3%82%B0/%E6%8A%95%E7%A8%BF",
        "/café/menü, /caf%C3%A9/men%C3%BC",
        "/café/menü, /cafe%CC%81/menu%CC%88/",
        "/posts/x, /posts/x",
    })
    void imported_addresses_lead_on_permanently(String stored, String asked) {
        blog.write("Target").publish();
        redirect(stored, new Target.ToPath(new SitePath("/target")));

        assertThat(blog.visit(asked).status()).isEqualTo(301);
        assertThat(blog.visit(asked).header("Location")).isEqualTo("/target");
    }

    @Test
    void a_redirect_may_lead_to_another_site_and_an_address_may_be_gone() {
        redirect("/away", new Target.ToAddress(new WebAddress("https://elsewhere.example/x")));
        redirect("/gone", new Target.Gone());

        assertThat(blog.visit("/away").header("Location")).isEqualTo("https://elsewhere.example/x");
        assertThat(blog.visit("/gone").status()).isEqualTo(410);
        assertThat(blog.visit("/gone").text("h1")).contains("taken down");
    }

    private void redirect(String from, Target target) {
        blog.redirects().add().handle(new AddRedirect.Command(TrialBlog.OWNER, new SitePath(from), target));
    }

    private List<String> locations(String path) {
        return Jsoup.parse(blog.visit(path).text(), Parser.xmlParser())
                .select("loc")
                .eachText();
    }
}
