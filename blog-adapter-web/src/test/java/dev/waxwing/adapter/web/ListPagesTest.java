package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.tag.DescribeTag;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListPagesTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void tags_are_listed_with_how_many_articles_they_hold() {
        blog.write("One").tagged("Birds", "日本語").publish();
        blog.write("Two").tagged("Birds").publish();

        Document page = blog.visit("/tags").page();
        assertThat(page.select(".tags a").eachText()).containsExactly("Birds 2", "日本語 1");
        assertThat(blog.visit(page.select(".tags a").get(1).attr("href")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tags/birds", "/search?q=שלום"})
    void an_entry_runs_the_way_of_its_language_and_the_words_of_the_page_keep_theirs(String list) {
        blog.write("שלום עולם")
                .in("he")
                .tagged("Birds")
                .excerpt("שלום.")
                .html("<p>שלום.</p>")
                .publish();
        blog.write("Hello").tagged("Birds").html("<p>שלום</p>").publish();
        blog.index();

        Document page = blog.visit(list).page();
        Element hebrew = page.selectFirst(".entry:has([lang])");
        assertThat(hebrew.attr("dir")).isEqualTo("rtl");
        assertThat(hebrew.select("[lang=he]").eachText()).containsExactly("שלום עולם", "שלום.");
        assertThat(hebrew.select(".entry-when").attr("dir")).isEqualTo("ltr");
        assertThat(page.select(".entry:not(:has([lang]))").select("[dir]")).isEmpty();
    }

    @Test
    void titles_in_short_lists_run_their_own_way() {
        blog.write("שלום עולם").in("he").tagged("Birds").daysAgo(2).publish();
        blog.write("Hello").tagged("Birds").daysAgo(1).publish();

        assertThat(blog.visit("/archive")
                        .page()
                        .select(".index a[lang=he][dir=rtl]")
                        .eachText())
                .containsExactly("שלום עולם");
        Document post = blog.visit("/hello").page();
        assertThat(post.select(".neighbour-title[lang=he][dir=rtl]").eachText()).containsExactly("שלום עולם");
        assertThat(post.select(".related a[lang=he][dir=rtl]").eachText()).containsExactly("שלום עולם");
    }

    @Test
    void a_blog_without_tags_says_so() {
        assertThat(blog.visit("/tags").text("main")).contains("No post carries a tag yet");
    }

    @Test
    void a_tag_shows_its_description_its_articles_and_its_own_feeds() {
        blog.write("One").tagged("Birds").publish();
        blog.write("Two").tagged("Fish").publish();
        TagId birds = tag("Birds");
        blog.tags().describe().handle(new DescribeTag.Command(TrialBlog.OWNER, birds, "They fly."));

        Document page = blog.visit("/tags/birds").page();
        assertThat(page.select(".lead").text()).isEqualTo("They fly.");
        assertThat(page.select(".entry-title").eachText()).containsExactly("One");
        assertThat(page.select("link[type=application/atom+xml]").attr("href")).isEqualTo("/tags/birds/feed.atom");
    }

    @Test
    void a_tag_without_articles_is_a_page_that_leads_on_and_is_not_listed() {
        tag("Empty");

        Visit visit = blog.visit("/tags/empty");
        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.text("main")).contains("No post carries this tag");
        assertThat(visit.page().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void an_author_is_shown_with_biography_links_and_articles() {
        AuthorId ada = blog.author(new Profile(
                "Ada Brook",
                "Lives near a lake.",
                List.of(new Profile.Link("Site", new WebAddress("https://ada.example/"))),
                null));
        blog.write("Hers").by(ada).publish();
        blog.write("Another's").by(blog.author("Ben")).publish();

        Document page = blog.visit("/authors/ada-brook").page();
        assertThat(page.select(".h-card h1").text()).isEqualTo("Ada Brook");
        assertThat(page.select("a[rel=me]").attr("href")).isEqualTo("https://ada.example/");
        assertThat(page.select(".entry-title").eachText()).containsExactly("Hers");
        assertThat(page.select("link[type=application/rss+xml]").attr("href")).isEqualTo("/authors/ada-brook/feed.rss");
    }

    @Test
    void the_archive_names_the_years_in_which_something_was_published_and_shows_the_newest() {
        blog.write("New").on("2026-02-10T10:00:00Z").publish();
        blog.write("Old").on("2007-05-10T10:00:00Z").publish();
        blog.write("Older").on("2007-01-10T10:00:00Z").publish();

        Document page = blog.visit("/archive").page();
        assertThat(page.select(".years a").eachText()).containsExactly("2026", "2007");
        assertThat(page.select(".index a").eachText()).containsExactly("New");
        Document old = blog.visit("/archive/2007").page();
        assertThat(old.select(".month").eachText()).containsExactly("May", "January");
        assertThat(old.select(".index time").eachText()).containsExactly("May 10", "Jan 10");
        assertThat(old.select(".index a").eachText()).containsExactly("Old", "Older");
    }

    @Test
    void a_year_is_in_the_archive_as_soon_as_something_is_published_in_it_and_no_longer() {
        blog.write("New").on("2026-02-10T10:00:00Z").publish();
        assertThat(blog.visit("/archive").page().select(".year").text()).isEqualTo("2026");

        PostId old = blog.write("Old").on("2007-05-10T10:00:00Z").publish();
        assertThat(blog.visit("/archive").page().select(".years a").eachText()).containsExactly("2026", "2007");

        blog.posts().archive().handle(new ArchivePost.Command(TrialBlog.OWNER, old));
        assertThat(blog.visit("/archive").page().select(".years a")).isEmpty();
        assertThat(blog.visit("/archive/2007").status()).isEqualTo(404);
    }

    @Test
    void a_year_ends_at_midnight_of_the_blog() {
        blog.become(blog.site().with(Settings.of("B", "", blog.site().language(), ZoneId.of("Asia/Tokyo"), 10)));
        blog.write("New year").on("2025-12-31T15:00:00Z").publish();
        blog.write("Old year").on("2025-12-31T14:59:59Z").publish();

        assertThat(blog.visit("/archive/2026").page().select(".index a").eachText())
                .containsExactly("New year");
        assertThat(blog.visit("/archive/2025").page().select(".index a").eachText())
                .containsExactly("Old year");
    }

    @Test
    void an_empty_archive_says_so() {
        assertThat(blog.visit("/archive").text("main")).contains("Nothing is published here yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/0",
                "/page/-1",
                "/page/abc",
                "/page/1e3",
                "/page/99999999999999999999",
                "/page/%EF%BC%92",
                "/tags/nope",
                "/tags/Birds%20",
                "/tags/birds/page/2",
                "/tags/birds/page/x",
                "/authors/nobody",
                "/archive/99999",
                "/archive/0",
                "/archive/abc",
                "/archive/1999",
                "/archive/2026/page/2"
            })
    void what_is_not_there_is_not_found(String path) {
        blog.write("One").tagged("Birds").publish();

        assertThat(blog.visit(path).status()).isEqualTo(404);
    }

    private TagId tag(String name) {
        return blog.tags()
                .findOrCreate()
                .handle(new FindOrCreateTags.Command(List.of(new TagName(name))))
                .get(0);
    }
}
