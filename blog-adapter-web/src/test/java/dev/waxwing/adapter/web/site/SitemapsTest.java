package dev.waxwing.adapter.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.fake.InMemoryBlog;
import dev.waxwing.domain.fixture.Fixtures;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import io.javalin.Javalin;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** With files that hold five addresses instead of 50,000. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SitemapsTest {
    private static final Site SITE =
            Site.of("B", "", new WebAddress("https://blog.example"), LanguageTag.ENGLISH, ZoneOffset.UTC, 10);

    private final InMemoryBlog blog = new InMemoryBlog();
    private final AtomicInteger settingsAsked = new AtomicInteger();
    private final Sitemaps sitemaps = new Sitemaps(
            blog.posts().queries(), blog.tags().queries(), blog.authors().queries(), this::site, 5);
    private final Javalin server =
            Javalin.create(config -> config.routes.apiBuilder(sitemaps)).start(0);

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void what_fits_into_one_file_is_in_one_file() throws IOException {
        publish(2);

        assertThat(locations("/sitemap.xml"))
                .hasSize(5)
                .contains("/", "/archive", "/authors/ada", "/post-1", "/post-2");
    }

    @Test
    void what_does_not_is_spread_over_files_that_an_index_names() throws IOException {
        publish(12);

        assertThat(locations("/sitemap.xml"))
                .containsExactly("/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml", "/sitemap-4.xml");
        assertThat(locations("/sitemap-1.xml")).containsExactly("/", "/archive", "/authors/ada");
        assertThat(locations("/sitemap-2.xml")).hasSize(5);
        assertThat(locations("/sitemap-4.xml")).hasSize(2);
    }

    @Test
    void no_file_comes_after_the_last() {
        publish(12);

        assertThatThrownBy(() -> locations("/sitemap-5.xml")).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> locations("/sitemap-0.xml")).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void however_many_addresses_a_file_has_it_asks_for_the_settings_once() throws IOException {
        publish(12);

        locations("/sitemap-2.xml");

        assertThat(settingsAsked).hasValue(1);
    }

    private Site site() {
        settingsAsked.incrementAndGet();
        return SITE;
    }

    private void publish(int count) {
        blog.authors().save(Fixtures.ada());
        for (int i = 1; i <= count; i++) {
            blog.posts().save(Fixtures.aPublished("Post " + i, Fixtures.NOON.plusSeconds(i)));
        }
    }

    private List<String> locations(String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        try (InputStream answer = address.toURL().openStream()) {
            String xml = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<loc>https://blog.example(.*?)</loc>")
                    .matcher(xml)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }
}
