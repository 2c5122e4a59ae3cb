package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.files.SiteFolder;
import dev.waxwing.adapter.web.WritingSite;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.RevisePost;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.redirect.AddRedirect;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaticExportTest {
    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    private Blog blog;
    private Site site;
    private WritingSite desk;
    private Actor actor;

    @BeforeEach
    void start() {
        blog = DemoBlog.start(data);
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        site = BlogConfig.of(data, settings).site(blog.port());
        desk = blog.house().writingSite(() -> site);
        AuthorId ada =
                desk.authors().register().handle(new RegisterAuthor.Command(Actor.operator(), Profile.named("Ada")));
        actor = Actor.of(ada, Role.EDITOR);
    }

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void every_file_is_what_the_server_answers_plain_and_packed() throws IOException {
        publish("日本語の記事");
        export();

        Map<String, byte[]> files = files();
        assertThat(files)
                .containsKeys(
                        "index.html",
                        "index.html.gz",
                        "日本語の記事.html",
                        "tags.html",
                        "archive.html",
                        "feed.atom.gz",
                        "authors/robin-hale.html",
                        "authors/robin-hale/feed.json",
                        "sitemap.xml",
                        "robots.txt",
                        "404.html",
                        "404.html.gz",
                        "_redirects");
        assertThat(files.keySet())
                .anyMatch(name -> name.startsWith("media/"))
                .anyMatch(name -> name.matches("assets/.+\\.woff2"))
                .anyMatch(name -> name.matches("tags/.+/feed\\.rss"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (isOfTheSite(file.getKey())) {
                assertThat(file.getValue()).as(file.getKey()).isEqualTo(sent(file.getKey()));
            }
        }
    }

    @Test
    void every_page_of_the_sitemap_is_there() throws IOException {
        export();

        String sitemap = Files.readString(folder.resolve("sitemap.xml"));
        Map<String, byte[]> files = files();
        sitemap.lines().filter(line -> line.startsWith("<url>")).forEach(line -> {
            String path =
                    URI.create(line.replaceAll("<url><loc>(.*?)</loc>.*", "$1")).getPath();
            assertThat(files).containsKey(path.equals("/") ? "index.html" : path.substring(1) + ".html");
        });
    }

    @Test
    void a_second_time_writes_nothing() {
        assertThat(export().written()).isPositive();

        assertThat(export()).isEqualTo(new SiteFolder.Outcome(0, 0));
    }

    @Test
    void a_changed_title_writes_the_pages_that_show_it_and_no_others() throws IOException {
        PostId post = publish("Lanterns in March");
        export();
        Map<String, byte[]> before = files();

        desk.posts()
                .revise()
                .handle(new RevisePost.Command(actor, post, OptionalLong.empty(), draft("Kites in April")));
        SiteFolder.Outcome outcome = export();

        Map<String, byte[]> after = files();
        Stream<String> changed =
                after.keySet().stream().filter(name -> isOfTheSite(name) && !isSame(before.get(name), after.get(name)));
        assertThat(outcome.written()).isEqualTo(changed.count());
        assertThat(outcome.removed()).isZero();
        plain(before).forEach((name, text) -> {
            boolean showed = text.contains("Lanterns in March");
            String now = new String(after.get(name), StandardCharsets.UTF_8);
            assertThat(now.contains("Kites in April")).as(name).isEqualTo(showed);
            if (!showed && !name.equals("sitemap.xml")) {
                assertThat(now).as(name).isEqualTo(text);
            }
        });
    }

    @Test
    void what_is_gone_goes_and_what_others_put_there_stays() throws IOException {
        PostId post = publish("Lanterns in March");
        export();
        Files.writeString(folder.resolve("CNAME"), "blog.example.org");
        Files.writeString(folder.resolve("tags/notes.txt"), "mine");

        desk.posts().unpublish().handle(new UnpublishPost.Command(actor, post));
        export();

        assertThat(folder.resolve("lanterns-in-march.html")).doesNotExist();
        assertThat(folder.resolve("lanterns-in-march.html.gz")).doesNotExist();
        assertThat(folder.resolve("CNAME")).hasContent("blog.example.org");
        assertThat(folder.resolve("tags/notes.txt")).hasContent("mine");
    }

    @Test
    void redirects_are_written_for_each_server() throws IOException {
        desk.redirects()
                .add()
                .handle(new AddRedirect.Command(
                        actor, new SitePath("/2015/Größe.html"), new Target.ToPath(new SitePath("/tags"))));
        export();

        assertThat(Files.readString(folder.resolve("_redirects"))).contains("/2015/Gr%C3%B6%C3%9Fe.html /tags 301\n");
        assertThat(Files.readString(folder.resolve(".waxwing/redirects.nginx")))
                .contains("\"/2015/Größe.html\" \"/tags\";\n")
                .contains("\"/rss.xml\" \"/feed.rss\";\n");
        assertThat(Files.readString(folder.resolve(".waxwing/redirects.caddy")))
                .contains("\"/2015/Größe.html\" \"/tags\"\n");
    }

    private PostId publish(String title) {
        PostId post = desk.posts().draft().handle(DraftPost.Command.article(actor, draft(title)));
        desk.posts().publish().handle(new PublishPost.Command(actor, post));
        return post;
    }

    private static Draft draft(String title) {
        return Draft.of(new Title(title), "Words that stay as they are.", LanguageTag.ENGLISH);
    }

    private SiteFolder.Outcome export() {
        ProgressLine progress = new ProgressLine(new PrintWriter(new StringWriter()), false);
        try (SiteFolder files = SiteFolder.open(folder)) {
            return StaticExport.write(blog.house(), () -> site, files, progress);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static boolean isOfTheSite(String name) {
        return !name.startsWith(SiteFolder.ABOUT) && !name.equals("_redirects");
    }

    private static Map<String, String> plain(Map<String, byte[]> files) {
        Map<String, String> plain = new HashMap<>();
        files.forEach((name, content) -> {
            if (isOfTheSite(name) && !name.endsWith(".gz")) {
                plain.put(name, new String(content, StandardCharsets.UTF_8));
            }
        });
        return plain;
    }

    private static boolean isSame(byte[] before, byte[] after) {
        return Arrays.equals(before, after);
    }

    /** What the server sends who asks for what a file has, as a browser that unpacks if the file is packed. */
    private byte[] sent(String name) throws IOException {
        String plain = name.replaceAll("\\.gz$", "");
        String path = plain.equals("404.html") ? plain : plain.replaceAll("^index\\.html$|\\.html$", "");
        URI address = URI.create("http://127.0.0.1:" + blog.port() + new SitePath("/" + path).encoded());
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", plain.endsWith(".html") ? "text/html" : "*/*");
        connection.setRequestProperty("Accept-Encoding", plain.equals(name) ? "identity" : "gzip");
        try (InputStream body =
                connection.getResponseCode() == 200 ? connection.getInputStream() : connection.getErrorStream()) {
            return body.readAllBytes();
        }
    }
}
