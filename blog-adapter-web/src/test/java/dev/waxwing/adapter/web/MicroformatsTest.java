package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs find that read microformats2: a post is an h-entry, and a list is an h-feed of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MicroformatsTest {
    private final TrialBlog blog = TrialBlog.start();

    @BeforeEach
    void write() {
        blog.write("Small machines")
                .html("<p>They are patient.</p>")
                .excerpt("On patience.")
                .by(blog.author("Ada Brook"))
                .tagged("Machines")
                .publish();
    }

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_post_is_an_entry_with_name_address_date_author_tags_and_text() {
        Element entry = blog.visit("/small-machines").page().selectFirst(".h-entry");

        assertThat(entry.select("h1.p-name").text()).isEqualTo("Small machines");
        assertThat(entry.select(".u-url.u-uid").attr("href"))
                .isEqualTo(blog.site().absolute("/small-machines"));
        assertThat(entry.select(".dt-published").attr("datetime")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(entry.select(".p-author.h-card .p-name.u-url").attr("href")).isEqualTo("/authors/ada-brook");
        assertThat(entry.select(".p-category").eachText()).containsExactly("Machines");
        assertThat(entry.select(".e-content").text()).isEqualTo("They are patient.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tags/machines", "/authors/ada-brook"})
    void a_list_is_a_feed_of_entries(String list) {
        Element entry = blog.visit(list).page().selectFirst(".h-feed .h-entry");

        assertThat(entry.select(".entry-title .p-name.u-url").text()).isEqualTo("Small machines");
        assertThat(entry.select(".entry-title .p-name.u-url").attr("href")).isEqualTo("/small-machines");
        assertThat(entry.select(".dt-published").attr("datetime")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(entry.select(".p-summary").text()).isEqualTo("On patience.");
        assertThat(entry.select(".p-author.h-card .p-name").text()).isEqualTo("Ada Brook");
    }

    @Test
    void a_feed_has_the_name_of_the_blog_of_the_tag_or_of_the_author() {
        assertThat(blog.visit("/").page().select(".h-feed > .p-name").text())
                .isEqualTo(blog.site().title());
        assertThat(blog.visit("/tags/machines")
                        .page()
                        .select(".h-feed > .head > .p-name")
                        .text())
                .isEqualTo("Machines");
        assertThat(blog.visit("/authors/ada-brook")
                        .page()
                        .select(".h-feed > .p-name")
                        .text())
                .isEqualTo("Posts by Ada Brook");
    }
}
