package dev.waxwing.adapter.archive;

import static dev.waxwing.adapter.archive.Folder.addresses;
import static dev.waxwing.adapter.archive.Folder.notes;
import static dev.waxwing.adapter.archive.Folder.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchivedPost;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where readers know a post from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PermalinksTest {
    @TempDir
    Path root;

    private ArchivedPost post(String file, String header) {
        return new Folder(root).with(file, "---\n" + header + "\n---\nText").post();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date      | /news/go/2024/02/03/Some-Post.html",
                "pretty    | /news/go/2024/02/03/Some-Post",
                "ordinal   | /news/go/2024/034/Some-Post.html",
                "weekdate  | /news/go/2024/W05/Sat/Some-Post.html",
                "none      | /news/go/Some-Post.html",
                "/blog/:year/:i_month/:i_day/:title/ | /blog/2024/2/3/Some-Post",
                "/:short_year/:slug | /24/Some-Post",
            })
    void jekylls_configuration_tells_the_address(String pattern, String address) {
        ArchivedPost post = new Folder(root)
                .with("_config.yml", "permalink: " + pattern + "\n")
                .with("_posts/2024-02-03-Some-Post.md", "---\ntitle: T\ncategories: News go\n---\nText")
                .post();

        assertThat(addresses(post)).containsExactly(address);
        assertThat(stated(post)).containsExactly(address);
    }

    @Test
    void without_a_configuration_jekylls_usual_addresses_are_kept() {
        assertThat(addresses(post("_posts/2024-02-03-x.md", "title: T\ncategory: News")))
                .containsExactly(
                        "/news/2024/02/03/x.html", "/2024/02/03/x.html", "/news/2024/02/03/x", "/2024/02/03/x");
    }

    @Test
    void both_dates_may_have_been_in_the_address() {
        assertThat(addresses(post("_posts/2024-02-03-x.md", "title: T\ndate: 2024-02-04 10:00")))
                .contains("/2024/02/04/x.html", "/2024/02/03/x.html");
    }

    @Test
    void folders_above_the_posts_are_categories_in_the_address() {
        assertThat(addresses(new Folder(root)
                        .with("_posts/2020-01-01-a.md", "---\ntitle: A\n---\nText")
                        .with("foo/_posts/bar/2008-12-12-topical.md", "---\ntitle: T\n---\nText")
                        .post("foo/_posts/bar/2008-12-12-topical.md")))
                .contains("/foo/2008/12/12/topical.html");
    }

    @Test
    void pages_and_collections_of_jekyll_have_addresses_of_their_own() {
        Folder folder = new Folder(root)
                .with("_posts/2020-01-01-a.md", "---\ntitle: A\n---\nText")
                .with("docs/setup.md", "---\ntitle: S\n---\nText")
                .with("_tutorials/cache.md", "---\ntitle: C\n---\nText");

        assertThat(addresses(folder.post("docs/setup.md"))).containsExactly("/docs/setup.html", "/docs/setup");
        assertThat(addresses(folder.post("_tutorials/cache.md")))
                .containsExactly("/tutorials/cache.html", "/tutorials/cache");
    }

    @ParameterizedTest
    @CsvSource({
        "/:title, /x",
        "my_category/permalinked-post, /my_category/permalinked-post",
        "/a/index.html, /a",
        "/%E6%97%A5%E6%9C%AC/, /日本",
        "pretty, /2024/02/03/x",
    })
    void a_permalink_in_the_header_replaces_the_usual_ones(String permalink, String address) {
        assertThat(addresses(post("_posts/2024-02-03-x.md", "title: T\npermalink: " + permalink)))
                .containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/%2e%2e/%2e%2e/baddie.html",
                "/../../etc/passwd",
                "/a/..%2f..%2fb",
                "/a%00b",
                "/a%5c..%5cb",
                "/%zz"
            })
    void a_path_out_of_the_site_is_refused_once_decoded(String permalink) {
        ArchivedPost post = post("_posts/2024-02-03-x.md", "title: T\npermalink: \"" + permalink + "\"");

        assertThat(addresses(post)).isEmpty();
        assertThat(notes(post)).containsExactly("permalink: '" + permalink + "' is not a path that can be kept");
    }

    @Test
    void hugo_addresses_a_post_by_section_and_name_or_slug() {
        assertThat(addresses(post("content/posts/Hello World.md", "title: T\ndate: 2024-01-01")))
                .containsExactly("/posts/hello-world", "/posts/Hello World");
        assertThat(addresses(new Folder(root.resolve("b"))
                        .with("content/posts/2024/name/index.md", "---\ntitle: T\nslug: short\n---\nText")
                        .post()))
                .contains("/posts/2024/short", "/posts/2024/name");
    }

    @Test
    void hugos_configuration_may_say_otherwise() {
        ArchivedPost post = new Folder(root)
                .with(
                        "hugo.toml",
                        "baseURL = \"https://old.example\"\n[permalinks]\nposts = \"/:year/:month/:slug/\"\n")
                .with("content/posts/hello.md", "---\ntitle: T\ndate: 2024-05-06\n---\nText")
                .post();

        assertThat(stated(post)).containsExactly("/2024/05/hello");
    }

    @Test
    void hugos_url_is_the_whole_address() {
        assertThat(addresses(post("content/posts/x.md", "title: T\nurl: /elsewhere/x.html")))
                .containsExactly("/elsewhere/x.html");
    }

    @Test
    void dated_names_in_hugo_tell_of_dated_addresses_before() {
        assertThat(addresses(post("content/post/2015-10-29-phishing.md", "title: T\nslug: phishing")))
                .contains("/post/phishing", "/2015/10/29/phishing", "/2015/10/29/phishing.html");
    }

    @Test
    void languages_have_their_own_folder_and_the_main_one_may_have() {
        Folder folder = new Folder(root)
                .with("content/en/post/x.md", "---\ntitle: T\ndate: 2024-01-01\n---\nText")
                .with("content/ru/docs/x.md", "---\ntitle: T\n---\nText");

        assertThat(addresses(folder.post("content/en/post/x.md"))).containsExactly("/post/x", "/en/post/x");
        assertThat(addresses(folder.post("content/ru/docs/x.md"))).containsExactly("/ru/docs/x");
        assertThat(folder.post("content/ru/docs/x.md").language().value()).isEqualTo("ru");
    }

    @Test
    void zolas_path_and_aliases_are_kept_with_their_case() {
        ArchivedPost post =
                new Folder(root).with("content/Rust-1.12/index.md", """
                +++
                path = "2016/09/29/Rust-1.12"
                title = "T"
                aliases = ["2016/09/29/Rust-1.12.html", "releases/1.12.0"]
                +++
                Text
                """).post();

        assertThat(stated(post))
                .containsExactly("/2016/09/29/Rust-1.12", "/2016/09/29/Rust-1.12.html", "/releases/1.12.0");
    }

    @Test
    void pelicans_addresses_come_from_the_slug() {
        assertThat(addresses(new Folder(root)
                        .with("content/a.md", "Title: Hello\nSlug: hello-you\nDate: 2024-05-06\n\nText")
                        .post()))
                .containsExactly(
                        "/hello-you.html",
                        "/2024/05/06/hello-you.html",
                        "/2024/05/06/hello-you",
                        "/2024/05/hello-you.html");
    }

    @Test
    void pelicans_configuration_is_read_and_never_run() {
        ArchivedPost post = new Folder(root)
                .with(
                        "pelicanconf.py",
                        "import os\nos.system('touch ran')\nARTICLE_URL = 'blog/{date:%Y}/{slug}.html'\n")
                .with("content/a.md", "Title: Hello You\nDate: 2024-05-06\n\nText")
                .post();

        assertThat(stated(post)).containsExactly("/blog/2024/hello-you.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliases", "redirect_from"})
    void aliases_lead_here_too(String key) {
        ArchivedPost post = post(
                "content/posts/x.md",
                "title: T\ndate: 2024-01-01\n%s:\n- /old/a.html\n- /Old/B/\n- /old/a.html\n".formatted(key));

        assertThat(stated(post)).containsExactly("/old/a.html", "/Old/B");
    }

    @Test
    void a_relative_alias_of_hugo_lies_beside_the_post() {
        assertThat(stated(post("content/posts/x.md", "title: T\ndate: 2024-01-01\naliases: [before]")))
                .containsExactly("/posts/before");
    }

    @Test
    void an_alias_of_another_site_or_with_a_query_is_told() {
        ArchivedPost post = post(
                "content/posts/x.md",
                "title: T\ndate: 2024-01-01\naliases: ['https://other.example/x', '/?p=123', '/fine#part']");

        assertThat(stated(post)).containsExactly("/fine");
        assertThat(notes(post))
                .containsExactly(
                        "aliases: 'https://other.example/x' is an address of another site",
                        "aliases: '/?p=123' has a query, which no redirect can have");
    }

    @Test
    void an_absolute_alias_of_the_blog_itself_is_a_path() {
        assertThat(stated(new Folder(root)
                        .with(
                                "content/posts/x.md",
                                "---\ntitle: T\ndate: 2024-01-01\naliases: [https://Old.example/a/]\n---\nText")
                        .knownAs("https://old.example")
                        .post()))
                .containsExactly("/a");
    }

    @Test
    void an_address_that_two_files_claim_belongs_to_the_first_and_is_told() {
        Folder folder = new Folder(root)
                .with("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\naliases: [/same]\n---\nText")
                .with("content/posts/b.md", "---\ntitle: B\ndate: 2024-01-01\naliases: [/same]\n---\nText");

        assertThat(stated(folder.post("content/posts/a.md"))).containsExactly("/same");
        assertThat(stated(folder.post("content/posts/b.md"))).isEmpty();
        assertThat(notes(folder.post("content/posts/b.md")))
                .containsExactly("its former address /same is also the one of content/posts/a.md");
    }

    @Test
    void a_stated_address_goes_before_a_usual_one_of_another_file() {
        Folder folder = new Folder(root)
                .with("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nText")
                .with("content/posts/b.md", "---\ntitle: B\ndate: 2024-01-01\naliases: [/posts/a/]\n---\nText");

        assertThat(addresses(folder.post("content/posts/a.md"))).isEmpty();
        assertThat(stated(folder.post("content/posts/b.md"))).containsExactly("/posts/a");
    }

    @Test
    void links_between_posts_give_unusual_addresses_away() {
        Folder folder = new Folder(root)
                .with("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\n[b](/p/b/) [c](/p/c#x)")
                .with("content/posts/b.md", "---\ntitle: B\ndate: 2024-01-01\n---\nText")
                .with("content/posts/c.md", "---\ntitle: C\ndate: 2024-01-01\n---\nText")
                .with("content/posts/d.md", "---\ntitle: D\ndate: 2024-01-01\n---\nText");

        assertThat(addresses(folder.post("content/posts/d.md"))).containsExactly("/p/d", "/posts/d");
    }

    @Test
    void dates_in_such_links_are_seen_as_dates() {
        Folder folder = new Folder(root)
                .with(
                        "_posts/2024-01-02-a.md",
                        "---\ntitle: A\n---\n[b](/news/2023/05/06/b/) and\n\n[c]: /news/2022/07/08/c/")
                .with("_posts/2023-05-06-b.md", "---\ntitle: B\n---\nText")
                .with("_posts/2022-07-08-c.md", "---\ntitle: C\n---\nText");

        assertThat(addresses(folder.post("_posts/2024-01-02-a.md"))).startsWith("/news/2024/01/02/a");
    }

    @Test
    void one_such_link_tells_of_one_post_only() {
        Folder folder = new Folder(root)
                .with("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\n[b](/odd/b/)")
                .with("content/posts/b.md", "---\ntitle: B\ndate: 2024-01-01\n---\nText");

        assertThat(addresses(folder.post("content/posts/a.md"))).containsExactly("/posts/a");
        assertThat(addresses(folder.post("content/posts/b.md"))).containsExactly("/odd/b", "/posts/b");
    }
}
