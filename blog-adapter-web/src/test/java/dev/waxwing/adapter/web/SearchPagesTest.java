package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchPagesTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void posts_are_found_and_the_words_are_marked() {
        blog.write("A heron at the lake").html("<p>It stood in the water.</p>").publish();
        blog.write("Machines").publish();
        blog.index();

        Document page = blog.visit("/search?q=heron").page();
        assertThat(page.select(".entry-title a").eachAttr("href")).containsExactly("/a-heron-at-the-lake");
        assertThat(page.select("mark").eachText()).contains("heron");
        assertThat(page.select("input[name=q]").val()).isEqualTo("heron");
        assertThat(page.select(".results-count").text()).isEqualTo("1 post");
    }

    @Test
    void nothing_found_is_said_and_leads_on() {
        Visit visit = blog.visit("/search?q=zygohistomorphic");

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.text(".notice")).contains("No post was found for zygohistomorphic");
        assertThat(visit.page().select(".notice a").eachAttr("href")).contains("/archive", "/tags");
    }

    @Test
    void a_first_visit_shows_the_form_alone() {
        Document page = blog.visit("/search").page();

        assertThat(page.select("form.search input[name=q]")).hasSize(1);
        assertThat(page.select(".notice, .entries, .results-count")).isEmpty();
    }

    @Test
    void what_was_typed_comes_back_as_text() {
        Document page =
                blog.visit("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").page();

        assertThat(page.select("input[name=q]").val()).isEqualTo("\"><script>alert(1)</script>");
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void too_many_words_are_refused_beside_the_field_and_kept() {
        Visit visit = blog.visit("/search?q=" + "word+".repeat(60));

        assertThat(visit.status()).isEqualTo(400);
        assertThat(visit.text(".field-error")).contains("more than 200 characters");
        assertThat(visit.page().select("input[name=q]").val())
                .startsWith("word word")
                .hasSize(200);
    }

    @Test
    void results_go_on_over_several_pages() {
        for (int i = 1; i <= 12; i++) {
            blog.write("Heron " + i).publish();
        }
        blog.index();

        Document page = blog.visit("/search?q=heron").page();
        assertThat(page.select(".entry")).hasSize(10);
        Document second =
                blog.visit(page.select(".pager a[rel=next]").attr("href")).page();
        assertThat(second.select(".entry")).hasSize(2);
    }

    @Test
    void search_engines_are_asked_not_to_list_searches() {
        assertThat(blog.visit("/search?q=x").page().select("meta[name=robots]").attr("content"))
                .isEqualTo("noindex");
    }
}
