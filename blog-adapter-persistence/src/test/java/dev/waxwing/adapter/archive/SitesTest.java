package dev.waxwing.adapter.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ArchivedRedirect;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.application.archive.IndexedPost;
import dev.waxwing.application.archive.LeftOut;
import dev.waxwing.application.archive.LeftOut.Cause;
import dev.waxwing.application.archive.UnusedKey;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which software made a folder, where the site in it begins, and what each file of it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SitesTest {
    private static final String YAML = "---\ntitle: T\ndate: 2024-01-01\n---\nText";
    private static final String TOML = "+++\ntitle = \"T\"\ndate = 2024-01-01\n+++\nText";

    @TempDir
    Path root;

    private static List<String> posts(ArchiveIndex index) {
        return index.posts().stream().map(IndexedPost::source).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hugo.yaml       | baseURL: https://x.example    | Hugo",
                "config.toml     | baseURL = 'https://x.example' | Hugo",
                "config.toml     | base_url = 'https://x.example' | Zola",
                "pelicanconf.py  | SITEURL = 'https://x.example' | Pelican",
                "_config.yml     | url: https://x.example        | Jekyll",
                "config/_default/hugo.toml | baseURL = 'https://x.example' | Hugo",
            })
    void the_configuration_tells_the_generator(String file, String text, String generator) {
        ArchiveIndex index = new Folder(root)
                .with(file, text)
                .with("content/posts/a.md", YAML)
                .with("_posts/2024-01-01-a.md", YAML)
                .index();

        assertThat(index.description()).startsWith(generator + ", ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_posts/2024-01-01-a.md | ---\\ntitle: T\\n---\\nText                                     | Jekyll",
                "content/a.md           | ---\\ntitle: T\\n---\\nText                                     | Hugo",
                "content/a.md           | +++\\ntitle = 'T'\\ndraft = false\\n+++\\nText                 | Hugo",
                "content/a.md           | +++\\ntitle = 'T'\\npath = 'a'\\n+++\\nText                    | Zola",
                "content/a.md           | +++\\ntitle = 'T'\\n[taxonomies]\\ntags = ['a']\\n+++\\nText   | Zola",
                "content/a.md           | title: T\\ndate: 2024-01-01\\n\\nText                          | Pelican",
                "a.md                   | title: T\\ndate: 2024-01-01\\n\\nText                          | Pelican",
                "a.md                   | ---\\ntitle: T\\n---\\nText                                     | a plain folder",
                "a.md                   | # T\\n                                                          | a plain folder",
            })
    void without_a_configuration_folders_and_headers_tell(String file, String text, String generator) {
        ArchiveIndex index =
                new Folder(root).with(file, text.translateEscapes()).index();

        assertThat(index.description()).startsWith(generator + ", ");
    }

    @Test
    void a_header_is_read_by_its_own_kind_whatever_the_others_have() {
        Folder folder = new Folder(root)
                .with("content/posts/a.md", YAML)
                .with("content/posts/b.md", TOML)
                .with("content/posts/c.md", "Title: T\nDate: 2024-01-01\n\nText");

        assertThat(folder.index().posts()).hasSize(3);
        assertThat(folder.post("content/posts/b.md").title().value()).isEqualTo("T");
        assertThat(folder.post("content/posts/c.md").title().value()).isEqualTo("T");
    }

    @Test
    void the_same_files_have_the_same_names_from_wherever_they_are_imported() {
        Folder folder = new Folder(root.resolve("my-blog"))
                .with("hugo.toml", "baseURL = \"https://old.example\"\n")
                .with("README.md", "# About this repository")
                .with("static/images/a.png", "png")
                .with("content/posts/a.md", YAML.replace("Text", "![a](/images/a.png)"))
                .with("content/about.md", "---\ntitle: About\n---\nText");

        for (String within : List.of("", "content", "content/posts", "content/posts/a.md")) {
            ArchiveIndex index = folder.archive(within).index(new ImportListener() {});

            assertThat(index.name()).as(within).isEqualTo("my-blog");
            assertThat(posts(index)).as(within).contains("content/posts/a.md");
            assertThat(index.media()).as(within).contains("static/images/a.png");
        }
        assertThat(posts(new Folder(root).archive("my-blog").index(new ImportListener() {})))
                .containsExactly("content/about.md", "content/posts/a.md");
    }

    @Test
    void a_site_is_found_in_the_folder_around_it() {
        ArchiveIndex index = new Folder(root)
                .with("LICENSE", "Free")
                .with("SOURCE.md", "# Where this comes from")
                .with("data/content/posts/a.md", YAML)
                .with("data/content/posts/b.md", YAML)
                .index();

        assertThat(posts(index)).containsExactly("content/posts/a.md", "content/posts/b.md");
        assertThat(index.leftOut())
                .extracting(LeftOut::source, LeftOut::cause, LeftOut::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("../LICENSE", Cause.NO_POST, "outside the site's folder"),
                        org.assertj.core.groups.Tuple.tuple(
                                "../SOURCE.md", Cause.NO_POST, "outside the site's folder"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content/_index.md          | NO_POST | a section page; the blog makes its own overviews",
                "content/posts/_index.de.md | NO_POST | a section page; the blog makes its own overviews",
                "archetypes/default.md      | NO_POST | a template",
                "themes/x/README.md         | NO_POST | a template",
                "README.md                  | NO_POST | outside the site's content",
                "content/readme.md          | NO_POST | a note about the files, not a post",
                "content/.hidden.md         | NO_POST | a file of tools",
                "content/backup.md~         | NO_POST | a file of tools",
                ".git/config                | NO_POST | a folder of tools, not looked into",
                "node_modules/x/readme.md   | NO_POST | a folder of tools, not looked into",
                "hugo.toml                  | NO_POST | the site's configuration",
                "content/posts/b.mdx        | REFUSED | .mdx files are not read",
                "content/posts/b.rst        | REFUSED | .rst files are not read",
            })
    void what_is_no_post_is_told_with_a_reason(String file, Cause cause, String reason) {
        Folder folder = new Folder(root).with("content/posts/a.md", YAML).with(file, "title = \"T\"\n");

        assertThat(posts(folder.index())).containsExactly("content/posts/a.md");
        assertThat(folder.index().leftOut())
                .filteredOn(left -> file.startsWith(left.source()))
                .singleElement()
                .returns(cause, LeftOut::cause)
                .returns(reason, LeftOut::reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "markdown", "mkd", "mkdn", "mdown", "Rmd", "text", "MD"})
    void posts_have_one_of_many_endings(String ending) {
        ArchiveIndex index = new Folder(root)
                .with("_posts/2024-01-01-a." + ending, "Best **post** ever")
                .index();

        assertThat(posts(index)).containsExactly("_posts/2024-01-01-a." + ending);
    }

    @Test
    void html_and_plain_text_are_posts_only_with_a_header() {
        Folder folder = new Folder(root)
                .with("_posts/2024-01-01-a.html", "---\ntitle: A\n---\n<p>Text</p>")
                .with("_posts/include.html", "<p>Text</p>")
                .with("index.html", "---\nlayout: home\n---\n{% for x in y %}")
                .with("notes.txt", "Buy milk")
                .with("about.md", "No header");

        assertThat(posts(folder.index())).containsExactly("_posts/2024-01-01-a.html");
        assertThat(folder.index().leftOut())
                .extracting(LeftOut::source)
                .containsExactlyInAnyOrder("_posts/include.html", "index.html", "notes.txt", "about.md");
    }

    @Test
    void a_folder_that_is_named_like_a_post_is_a_folder() {
        ArchiveIndex index = new Folder(root)
                .with("_posts/2013-03-19-not-a-post.markdown/.gitkeep", "")
                .with("_posts/2013-03-20-a-post.markdown", YAML)
                .index();

        assertThat(posts(index)).containsExactly("_posts/2013-03-20-a-post.markdown");
    }

    @ParameterizedTest
    @CsvSource({
        "content/posts/hello-world.md, '', hello-world",
        "content/posts/2024-01-02-hello.md, '', hello",
        "content/posts/bundle/index.md, '', bundle",
        "content/posts/x.md, slug: Grüße, grusse",
        "content/posts/x.md, slug: '%e3%81%82', あ",
        "content/posts/x.md, url: /some/Place.html, place",
        "content/posts/x.md, url: /2020/01/05/, x",
        "content/posts/!!!.md, '', title",
        "content/posts/日本.md, '', 日本",
        "content/posts/UPPER case+[].md, '', upper-case",
    })
    void an_address_is_wished_by_header_or_name(String file, String header, String slug) {
        Folder folder = new Folder(root).with(file, "---\ntitle: Title\n" + header + "\n---\nText");

        assertThat(folder.slug(file)).isEqualTo(slug);
    }

    @Test
    void pelican_makes_the_address_of_the_title() {
        Folder folder = new Folder(root).with("content/file.md", "Title: Hello World\nDate: 2024-01-01\n\nText");

        assertThat(folder.slug("content/file.md")).isEqualTo("hello-world");
    }

    @Test
    void a_translation_may_have_its_language_in_the_address() {
        ArchiveIndex index = new Folder(root)
                .with("content/about/index.md", "---\ntitle: About\n---\nText")
                .with("content/about/index.fa.md", "---\ntitle: درباره\n---\nText")
                .index();

        assertThat(index.posts())
                .extracting(
                        IndexedPost::source,
                        post -> post.wished().value(),
                        post -> post.otherwise().map(Object::toString).orElse("-"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("content/about/index.md", "about", "-"),
                        org.assertj.core.groups.Tuple.tuple("content/about/index.fa.md", "about", "about-fa"));
    }

    @Test
    void translations_have_one_stem_however_the_language_is_told() {
        ArchiveIndex index = new Folder(root)
                .with("config.toml", "[languages.en]\n[languages.de]\n[languages.fr]\n")
                .with("content/en/about.md", YAML)
                .with("content/de/about.md", YAML)
                .with("content/about.fr.md", YAML)
                .with("content/about/index.fa.md", YAML)
                .with("content/legal/about.md", YAML)
                .with("content/en/one.md", "---\ntitle: One\ntranslationKey: first\n---\nText")
                .with("content/de/eins.md", "---\ntitle: Eins\ntranslationKey: first\n---\nText")
                .index();

        assertThat(index.posts().stream()
                        .collect(groupingBy(IndexedPost::stem, mapping(IndexedPost::source, toList())))
                        .values())
                .containsExactlyInAnyOrder(
                        List.of(
                                "content/en/about.md",
                                "content/about.fr.md",
                                "content/about/index.fa.md",
                                "content/de/about.md"),
                        List.of("content/legal/about.md"),
                        List.of("content/en/one.md", "content/de/eins.md"));
    }

    @Test
    void a_dot_in_a_name_is_not_always_a_language() {
        Folder folder = new Folder(root).with("content/crates.io.md", YAML).with("content/Rust-1.12.md", YAML);

        assertThat(folder.post("content/crates.io.md").language().value()).isEqualTo("en");
        assertThat(folder.slug("content/crates.io.md")).isEqualTo("crates-io");
    }

    @Test
    void a_file_that_only_points_elsewhere_is_a_redirect() {
        ArchiveIndex index = new Folder(root)
                .with("a.md", YAML)
                .with("old.md", "---\nredirect: /a/\n---\n")
                .with("away.md", "---\nredirect_to: https://other.example/x\n---\nMoved.")
                .with("bad.md", "---\nredirect: //evil.example/\\\n---\n")
                .with("gone.md", "---\nredirect: /no/such/page\n---\n")
                .index();

        assertThat(index.redirects())
                .contains(
                        new ArchivedRedirect(
                                "old.md",
                                List.of(new SitePath("/old"), new SitePath("/old.html")),
                                new ArchivedRedirect.Goal.ToPost("a.md")),
                        new ArchivedRedirect(
                                "away.md",
                                List.of(new SitePath("/away"), new SitePath("/away.html")),
                                new ArchivedRedirect.Goal.ToAddress(new WebAddress("https://other.example/x"))),
                        new ArchivedRedirect(
                                "gone.md",
                                List.of(new SitePath("/gone"), new SitePath("/gone.html")),
                                new ArchivedRedirect.Goal.ToPath(new SitePath("/no/such/page"))));
        assertThat(index.leftOut())
                .extracting(LeftOut::source, LeftOut::cause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("bad.md", Cause.REFUSED));
    }

    @Test
    void progress_is_told_while_the_folder_is_walked() {
        Folder folder = new Folder(root);
        for (int i = 0; i < 100; i++) {
            folder.with(i + ".md", "Text");
        }
        List<Integer> looked = new ArrayList<>();

        folder.archive().index(new ImportListener() {
            @Override
            public void looked(int files) {
                looked.add(files);
            }
        });

        assertThat(looked).containsExactly(100, 100, 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permalink: [broken\\n     | _config.yml cannot be read: the header is not YAML",
                "title: One\\ntitle: Two\\n | _config.yml, line 2: 'title' stands twice",
                "title: O\\7ne             | _config.yml, line 1: 1 character(s) dropped"
            })
    void what_is_wrong_with_a_configuration_is_told_and_the_rest_goes_on(String text, String told) {
        List<String> remarks = new ArrayList<>();
        ArchiveIndex index = new Folder(root)
                .with("_config.yml", text.translateEscapes())
                .with("_posts/2024-01-01-a.md", YAML)
                .archive()
                .index(new ImportListener() {
                    @Override
                    public void remarked(String remark) {
                        remarks.add(remark);
                    }
                });

        assertThat(index.posts()).hasSize(1);
        assertThat(remarks).singleElement().asString().startsWith(told);
    }

    @Test
    void nothing_at_a_path_is_refused_at_once() {
        assertThatThrownBy(() -> new Folder(root).archive("missing")).isInstanceOf(BlogException.NotFound.class);
    }

    @Test
    void an_empty_folder_is_an_empty_archive() {
        assertThat(new Folder(root).index()).returns(0, ArchiveIndex::files);
    }

    @Test
    void every_file_is_in_exactly_one_list() {
        ArchiveIndex index = new Folder(root)
                .with("_config.yml", "title: x")
                .with("_posts/2024-01-01-a.md", YAML)
                .with("_posts/2024-01-01-broken.md", "---\ntitle: [\n---\n")
                .with("assets/a.png", "png")
                .with("old.md", "---\nredirect_to: /x\n---\n")
                .with("_layouts/default.html", "<html>")
                .with("Gemfile", "gem")
                .with(".git/HEAD", "ref")
                .with(".git/config", "x")
                .index();

        assertThat(index.files()).isEqualTo(8);
    }

    @Test
    void what_headers_say_and_posts_have_no_place_for_is_told_the_most_frequent_first() {
        String known = "title: T\nlayout: post\ncover:\n  image: a.png\ntags: [x]\nempty:\n";
        ArchiveIndex index = new Folder(root)
                .with("2024-01-01-a.md", "---\n" + known + "extra:\n  summary: s\n  team: x\nsitemap: false\n---\nText")
                .with("2024-01-02-b.md", "+++\ntitle = 'T'\n[extra]\nteam = 'x'\n[params.\"a\\tb\"]\nc = 1\n+++\nText")
                .with("2024-01-03-c.md", "Title: T\nMood: fine\n\nText")
                .index();

        assertThat(index.unusedKeys())
                .containsExactly(
                        new UnusedKey("extra.team", List.of("2024-01-01-a.md", "2024-01-02-b.md")),
                        new UnusedKey("mood", List.of("2024-01-03-c.md")),
                        new UnusedKey("params.a b", List.of("2024-01-02-b.md")),
                        new UnusedKey("sitemap", List.of("2024-01-01-a.md")));
    }
}
