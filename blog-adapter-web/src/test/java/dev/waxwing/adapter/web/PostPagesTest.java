package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Site;
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
class PostPagesTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_new_blog_greets_its_owner_with_what_to_do_next() {
        Visit front = blog.visit("/");

        assertThat(front.status()).isEqualTo(200);
        assertThat(front.text("h1")).contains("It has no posts yet");
        assertThat(front.text("code")).contains("./waxwing import").contains("--demo");
    }

    @Test
    void the_front_page_lists_the_newest_articles_first() {
        blog.write("Older").daysAgo(2).publish();
        blog.write("Newer").daysAgo(1).publish();
        blog.write("About").page().publish();

        assertThat(blog.visit("/").page().select(".entry-title").eachText()).containsExactly("Newer", "Older");
    }

    @Test
    void further_articles_are_on_further_pages_and_no_page_comes_after_the_last() {
        for (int i = 1; i <= 12; i++) {
            blog.write("Number " + i).daysAgo(i).publish();
        }

        Document first = blog.visit("/").page();
        assertThat(first.select(".entry")).hasSize(10);
        assertThat(first.select(".pager a").eachAttr("href")).containsExactly("/page/2");
        Document second = blog.visit("/page/2").page();
        assertThat(second.select(".entry-title").eachText()).containsExactly("Number 11", "Number 12");
        assertThat(second.select(".pager a").eachAttr("href")).containsExactly("/");
        assertThat(blog.visit("/page/3").status()).isEqualTo(404);
    }

    @Test
    void the_first_page_has_one_address() {
        blog.write("One").publish();

        assertThat(blog.visit("/page/1").status()).isEqualTo(301);
        assertThat(blog.visit("/page/1").header("Location")).isEqualTo("/");
    }

    @Test
    void a_post_shows_its_title_its_authors_its_date_and_its_text() {
        AuthorId ada = blog.author("Ada Brook");
        AuthorId ben = blog.author("Ben Osei");
        blog.write("Small machines")
                .html("<p>They are <strong>patient</strong>.</p>")
                .by(ada, ben)
                .tagged("Machines", "Patience")
                .publish();

        Document page = blog.visit("/small-machines").page();
        assertThat(page.select("h1").text()).isEqualTo("Small machines");
        assertThat(page.select(".p-author").eachText()).containsExactly("Ada Brook", "Ben Osei");
        assertThat(page.select("time.dt-published").attr("datetime")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(page.select(".e-content strong").text()).isEqualTo("patient");
        assertThat(page.select(".tag-list a").eachAttr("href")).containsExactly("/tags/machines", "/tags/patience");
    }

    @Test
    void a_post_leads_to_its_translations_in_their_own_words() {
        PostId english = blog.write("Waxwings").publish();
        translate(english, blog.write("Seidenschwänze").in("de").publish());
        translate(english, blog.write("بال‌مومی").in("fa").publish());
        PostId draft = blog.write("Jaseurs").in("fr").publish();
        translate(english, draft);
        blog.posts().unpublish().handle(new UnpublishPost.Command(TrialBlog.OWNER, draft));

        Document page = blog.visit("/waxwings").page();
        assertThat(page.select(".translations").text()).isEqualTo("Also in: Deutsch, فارسی");
        Element farsi = page.selectFirst(".translations a[hreflang=fa]");
        assertThat(farsi.attr("lang")).isEqualTo("fa");
        assertThat(farsi.attr("dir")).isEqualTo("rtl");
        assertThat(blog.visit(farsi.attr("href")).page().select(".translations span"))
                .singleElement()
                .satisfies(words -> {
                    assertThat(words.text()).isEqualTo("Also in: Deutsch, English");
                    assertThat(words.attr("dir")).isEqualTo("ltr");
                });
    }

    @Test
    void translations_name_each_other_and_themselves_to_search_engines() {
        PostId english = blog.write("Waxwings").publish();
        assertThat(alternates("/waxwings")).isEmpty();

        translate(english, blog.write("Seidenschwanz").in("de-AT").publish());

        assertThat(alternates("/waxwings"))
                .containsExactly("de-AT https://blog.example/seidenschwanz", "en https://blog.example/waxwings")
                .isEqualTo(alternates("/seidenschwanz"));
    }

    @Test
    void a_post_that_belongs_to_another_site_is_no_alternative_to_search_engines_but_readers_find_it() {
        PostId english = blog.write("Waxwings")
                .firstPublishedAt("https://elsewhere.example/waxwings")
                .publish();
        translate(english, blog.write("Seidenschwanz").in("de").publish());
        assertThat(alternates("/waxwings")).isEmpty();
        assertThat(alternates("/seidenschwanz")).isEmpty();

        translate(english, blog.write("Jaseur").in("fr").publish());

        assertThat(alternates("/waxwings")).isEmpty();
        assertThat(alternates("/seidenschwanz"))
                .containsExactly("de https://blog.example/seidenschwanz", "fr https://blog.example/jaseur")
                .isEqualTo(alternates("/jaseur"));
        assertThat(blog.visit("/jaseur").page().select(".translations a").eachAttr("href"))
                .containsExactly("/seidenschwanz", "/waxwings");
    }

    @Test
    void a_post_that_says_its_own_address_belongs_here() {
        PostId english = blog.write("Waxwings")
                .firstPublishedAt("https://blog.example/waxwings")
                .publish();
        translate(english, blog.write("Seidenschwanz").in("de").publish());

        assertThat(alternates("/waxwings")).hasSize(2).isEqualTo(alternates("/seidenschwanz"));
    }

    private void translate(PostId post, PostId translation) {
        blog.posts()
                .linkTranslation()
                .handle(new LinkTranslation.Command(
                        TrialBlog.OWNER,
                        translation,
                        blog.blog().posts().get(post).state().slug()));
    }

    private List<String> alternates(String path) {
        return blog.visit(path).page().select("link[rel=alternate][hreflang]").stream()
                .map(link -> link.attr("hreflang") + " " + link.attr("href"))
                .toList();
    }

    @Test
    void dates_are_those_of_the_zone_and_the_language_of_the_blog() {
        Site site = blog.site();
        blog.become(site.with(Settings.of(
                site.title(), site.tagline(), new LanguageTag("de"), ZoneId.of("Asia/Tokyo"), site.postsPerPage())));
        blog.write("Neujahr").on("2025-12-31T20:00:00Z").publish();

        Element date = blog.visit("/neujahr").page().selectFirst("time.dt-published");
        assertThat(date.text()).isEqualTo("1. Januar 2026");
        assertThat(date.attr("datetime")).isEqualTo("2026-01-01T05:00:00+09:00");
    }

    @Test
    void a_title_is_text_wherever_it_stands() {
        String title = "<script>alert('1')</script> & \"friends\"";
        blog.write(title).tagged("<b>bold</b>").publish();
        blog.write("Neighbour").daysAgo(1).publish();

        for (String path : List.of("/", "/archive", "/neighbour", "/tags", "/script-alert-1-script-friends")) {
            Visit visit = blog.visit(path);
            assertThat(visit.status()).as(path).isEqualTo(200);
            assertThat(visit.page().select("script:not([type=application/ld+json]), b"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(blog.visit("/neighbour").text(".neighbour-next .neighbour-title"))
                .isEqualTo(title);
    }

    @Test
    void the_data_for_search_engines_cannot_end_its_element() {
        blog.write("Closing </script><script>alert(1)</script>").publish();

        Document page = blog.visit("/closing-script-script-alert-1-script").page();
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.selectFirst("script").data())
                .contains("\"@type\":\"BlogPosting\"")
                .contains("\"headline\":\"Closing \\u003c/script\\u003e");
    }

    @Test
    void machines_learn_where_a_post_stands_and_what_it_shows() throws Exception {
        MediaAddress picture = blog.blog().media().store(TrialServer.picture(1200, 630, 10));
        blog.write("Red sky").cover(picture, "A red sky").excerpt("At night.").publish();

        Document page = blog.visit("/red-sky").page();
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://blog.example/red-sky");
        assertThat(page.select("meta[property=og:type]").eachAttr("content")).containsExactly("article");
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo("https://blog.example/red-sky");
        assertThat(page.select("meta[property=og:image]").attr("content")).isEqualTo("https://blog.example" + picture);
        assertThat(page.select("meta[property=og:image:width]").attr("content")).isEqualTo("1200");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("At night.");
        assertThat(page.select(".cover img").attr("width")).isEqualTo("1200");
    }

    @Test
    void a_cover_is_offered_at_smaller_widths_on_its_page_and_in_lists() {
        MediaAddress picture = blog.blog().media().store(TrialServer.picture(700, 350, 10));
        blog.write("Older").cover(picture, "").daysAgo(1).publish();
        blog.write("Red sky").cover(picture, "A red sky").publish();

        assertThat(blog.visit("/red-sky").page().select(".cover img").attr("srcset"))
                .isEqualTo(Rendition.srcset(picture))
                .contains("-320w.png 320w, ", "-640w.png 640w, ", " 700w");
        assertThat(blog.visit("/").page().select(".entry-cover img").eachAttr("sizes"))
                .containsExactly("(min-width: 42rem) 40rem, 100vw", "(min-width: 30rem) 8.5rem, 100vw");
    }

    @Test
    void a_small_cover_has_one_width() {
        blog.write("Red sky")
                .cover(blog.blog().media().store(TrialServer.picture(300, 200, 10)), "")
                .publish();

        assertThat(blog.visit("/red-sky").page().select(".cover img").first().hasAttr("srcset"))
                .isFalse();
    }

    @Test
    void a_post_that_appeared_elsewhere_first_names_that_place_as_canonical() {
        blog.write("Guest post")
                .firstPublishedAt("https://elsewhere.example/guest")
                .publish();

        assertThat(blog.visit("/guest-post")
                        .page()
                        .select("link[rel=canonical]")
                        .attr("href"))
                .isEqualTo("https://elsewhere.example/guest");
    }

    @Test
    void a_post_leads_on_to_its_neighbours_and_to_what_shares_its_tags() {
        blog.write("First").tagged("Birds").daysAgo(3).publish();
        blog.write("Second").tagged("Fish").daysAgo(2).publish();
        blog.write("Third").tagged("Birds").daysAgo(1).publish();

        Document page = blog.visit("/second").page();
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/first");
        assertThat(page.select(".neighbours a[rel=next]").attr("href")).isEqualTo("/third");
        assertThat(blog.visit("/third").page().select(".related a").eachAttr("href"))
                .containsExactly("/first");
        assertThat(page.select(".related")).isEmpty();
    }

    @Test
    void a_page_stands_outside_of_time() {
        blog.write("About").page().publish();
        blog.write("Post").publish();

        Document page = blog.visit("/about").page();
        assertThat(page.select(".byline, .neighbours, .related")).isEmpty();
        assertThat(blog.visit("/").page().select(".footer a").eachAttr("href")).contains("/about");
    }

    @Test
    void contents_are_shown_unless_the_text_has_placed_them_itself() {
        String list = "<ol><li><a href=\"#a\">A</a></li></ol>";
        blog.write("Listed").contents(list).publish();
        blog.write("Placed")
                .contents(list)
                .html("<nav class=\"contents\" aria-label=\"Contents\">" + list + "</nav><p>Words</p>")
                .publish();

        assertThat(blog.visit("/listed").page().select("nav.contents")).hasSize(1);
        assertThat(blog.visit("/placed").page().select("nav.contents")).hasSize(1);
    }

    @Test
    void a_text_in_another_language_says_so_and_runs_its_own_way() {
        blog.write("שלום עולם").in("he").html("<p>טקסט</p>").publish();
        blog.write("English").publish();

        Document page =
                blog.visit("/%D7%A9%D7%9C%D7%95%D7%9D-%D7%A2%D7%95%D7%9C%D7%9D").page();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".e-content").attr("lang")).isEqualTo("he");
        assertThat(page.select(".e-content").attr("dir")).isEqualTo("rtl");
        assertThat(blog.visit("/english").page().select(".e-content[lang], .e-content[dir]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/שלום", "/tags", "/archive", "/search", "/nothing-here"})
    void a_blog_in_hebrew_runs_from_right_to_left(String path) {
        Site site = blog.site();
        blog.become(site.with(
                Settings.of(site.title(), site.tagline(), new LanguageTag("he"), site.zone(), site.postsPerPage())));
        blog.write("שלום").in("he").publish();

        Element page = blog.visit(path).page().selectFirst("html");
        assertThat(page.attr("lang")).isEqualTo("he");
        assertThat(page.attr("dir")).isEqualTo("rtl");
    }

    @Test
    void a_cover_without_a_description_sends_none() {
        MediaAddress lake = blog.blog().media().store(TrialServer.picture(1200, 675, 40));
        blog.write("Described").cover(lake, "A lake").publish();
        blog.write("Undescribed").cover(lake, "").publish();

        assertThat(blog.visit("/described")
                        .page()
                        .select("meta[property=og:image:alt]")
                        .attr("content"))
                .isEqualTo("A lake");
        Document page = blog.visit("/undescribed").page();
        assertThat(page.select("meta[property=og:image]")).hasSize(1);
        assertThat(page.select("meta[property=og:image:alt]")).isEmpty();
    }

    @Test
    void a_longer_title_is_set_smaller() {
        blog.write("Short").publish();
        blog.write("w".repeat(60) + " " + "w".repeat(30)).publish();
        blog.write("word ".repeat(59).strip()).publish();

        assertThat(blog.visit("/").page().select(".entry-title").eachAttr("class"))
                .containsExactlyInAnyOrder(
                        "entry-title title", "entry-title title-long", "entry-title title-very-long");
    }

    @Test
    void an_address_typed_carelessly_leads_to_the_post() {
        blog.write("Small machines").publish();

        for (String careless : List.of("/Small-Machines", "/small-machines.html", "/small_machines")) {
            assertThat(blog.visit(careless).status()).as(careless).isEqualTo(301);
            assertThat(blog.visit(careless).header("Location")).as(careless).isEqualTo("/small-machines");
        }
        assertThat(blog.visit("/Other-Machines").status()).isEqualTo(404);
    }

    @Test
    void what_is_known_of_an_address_goes_before_what_it_may_have_been_meant_to_be() {
        blog.write("Small machines").publish();
        PostId other = blog.write("Other machines").publish();
        blog.redirects()
                .add()
                .handle(new AddRedirect.Command(
                        TrialBlog.OWNER, new SitePath("/small-machines.html"), new Target.ToPost(other)));

        assertThat(blog.visit("/small-machines.html").header("Location")).isEqualTo("/other-machines");
    }

    @Test
    void a_slash_at_the_end_leads_to_the_address_without() {
        blog.write("Small machines").tagged("Machines").publish();

        for (String path : List.of("/small-machines", "/tags/machines", "/archive", "/tags")) {
            assertThat(blog.visit(path + "/").status()).as(path).isEqualTo(301);
            assertThat(blog.visit(path + "/").header("Location")).as(path).isEqualTo(path);
        }
        assertThat(blog.visit("/unknown/").status()).isEqualTo(404);
    }

    @Test
    void a_moved_post_is_found_from_its_former_address_and_an_archived_one_is_gone() {
        PostId post = blog.write("Former name").publish();
        blog.posts().move().handle(new MovePost.Command(TrialBlog.OWNER, post, new Slug("new-name")));

        assertThat(blog.visit("/former-name").status()).isEqualTo(301);
        assertThat(blog.visit("/former-name").header("Location")).isEqualTo("/new-name");
        assertThat(blog.visit("/new-name").status()).isEqualTo(200);

        blog.posts().archive().handle(new ArchivePost.Command(TrialBlog.OWNER, post));
        assertThat(blog.visit("/new-name").status()).isEqualTo(410);
        assertThat(blog.visit("/new-name").text("h1")).contains("taken down");
    }

    @Test
    void an_author_with_something_to_say_is_introduced_below_the_text() {
        AuthorId ada = blog.author(new Profile("Ada", "Lives near a lake.", List.of(), null));
        blog.write("One").by(ada).publish();
        blog.write("Two").by(blog.author("Ben")).publish();

        assertThat(blog.visit("/one").text(".signature")).contains("Lives near a lake.");
        assertThat(blog.visit("/two").page().select(".signature")).isEmpty();
    }
}
