package dev.waxwing.adapter.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.library.RemoveMedia;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.tag.RenameTag;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FinishedPagesTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_page_is_made_once_and_sent_to_everybody_byte_for_byte() {
        blog.write("Notes").publish();

        Visit first = blog.visit("/notes").with("Accept-Encoding", "gzip");
        Visit second = blog.visit("/notes").with("Accept-Encoding", "gzip");

        assertThat(isFinished(first)).isFalse();
        assertThat(isFinished(second)).isTrue();
        assertThat(second.bytes()).isEqualTo(first.bytes());
        for (String header : List.of(
                "ETag",
                "Content-Type",
                "Content-Encoding",
                "Content-Length",
                "Vary",
                "Cache-Control",
                "Content-Security-Policy")) {
            assertThat(second.headers(header)).as(header).isEqualTo(first.headers(header));
        }
    }

    @Test
    void whoever_cannot_unpack_gets_it_plain() {
        blog.write("Notes").publish();
        String made = blog.visit("/notes").text();

        Visit kept = blog.visit("/notes");

        assertThat(isFinished(kept)).isTrue();
        assertThat(kept.header("Content-Encoding")).isEmpty();
        assertThat(kept.text()).isEqualTo(made);
    }

    @Test
    void whoever_has_it_gets_nothing_but_word_of_that() {
        blog.write("Notes").publish();
        String etag = blog.visit("/notes").with("Accept-Encoding", "gzip").header("ETag");

        Visit again = blog.visit("/notes").with("Accept-Encoding", "gzip").with("If-None-Match", etag);

        assertThat(isFinished(again)).isTrue();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void even_a_reader_who_has_it_brings_it_in() {
        blog.write("Notes").publish();
        String etag = blog.visit("/notes").header("ETag");
        blog.write("Others").publish();
        blog.visit("/tags").status();

        blog.visit("/notes").with("If-None-Match", etag).status();

        assertThat(isFinished(blog.visit("/notes"))).isTrue();
    }

    @Test
    void a_question_about_its_headers_is_answered_without_its_body() {
        blog.write("Notes").publish();
        Visit made = blog.visit("/notes");
        made.status();

        Visit head = blog.visit("/notes").method("HEAD");

        assertThat(isFinished(head)).isTrue();
        assertThat(head.header("Content-Length")).isEqualTo(made.header("Content-Length"));
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void a_change_is_seen_by_the_next_reader() {
        blog.write("Notes").tagged("Java").publish();
        Stream.of("/", "/notes", "/tags/java", "/feed.atom")
                .forEach(path -> blog.visit(path).status());
        Tag java = blog.blog().tags().find(new Slug("java")).orElseThrow();

        blog.tags().rename().handle(new RenameTag.Command(TrialBlog.OWNER, java.id(), new TagName("JVM")));

        for (String path : List.of("/", "/notes", "/tags/java", "/feed.atom")) {
            assertThat(blog.visit(path).text()).as(path).contains("JVM");
        }
    }

    @Test
    void a_change_leaves_the_pages_alone_that_have_nothing_of_it() {
        blog.write("Notes").tagged("Java").daysAgo(3).publish();
        blog.write("Others").tagged("Linux").daysAgo(2).publish();
        blog.write("Between").daysAgo(1).publish();
        Stream.of("/notes", "/others", "/tags/linux")
                .forEach(path -> blog.visit(path).status());

        blog.write("News").tagged("Java").publish();

        assertThat(isFinished(blog.visit("/others"))).isTrue();
        assertThat(isFinished(blog.visit("/tags/linux"))).isTrue();
        assertThat(isFinished(blog.visit("/notes"))).as("may be related").isFalse();
    }

    @Test
    void a_query_that_no_page_asks_for_changes_nothing() {
        blog.write("Notes").publish();
        blog.visit("/notes?from=feed").status();

        assertThat(isFinished(blog.visit("/notes"))).isTrue();
        assertThat(isFinished(blog.visit("/notes?utm_source=elsewhere"))).isTrue();
    }

    @Test
    void one_page_has_one_name_however_it_is_written() {
        blog.write("日本 a").publish();
        blog.visit("/%E6%97%A5%E6%9C%AC-a").status();

        assertThat(isFinished(blog.visit("/%e6%97%a5%e6%9c%ac-a"))).isTrue();
        assertThat(isFinished(blog.visit("/%E6%97%A5%E6%9C%AC-%61"))).isTrue();
    }

    @Test
    void whoever_is_signed_in_neither_gets_nor_leaves_a_finished_page() {
        blog.write("Notes").publish();

        blog.visit("/notes").with("Cookie", "__Host-waxwing-session=abc").status();
        assertThat(isFinished(blog.visit("/notes"))).isFalse();
        assertThat(isFinished(blog.visit("/notes").with("Cookie", "a=b; __Host-waxwing-session=abc")))
                .isFalse();
        assertThat(isFinished(blog.visit("/notes").with("Cookie", "theme=dark")))
                .isTrue();
    }

    @Test
    void whoever_wants_a_page_not_kept_gets_what_there_is_and_leaves_none() {
        blog.write("Notes").publish();

        Visit first = blog.visit("/notes").with("Cache-Control", "no-store");
        Visit second = blog.visit("/notes");
        Visit third = blog.visit("/notes").with("Cache-Control", "no-store");

        assertThat(isFinished(first)).isFalse();
        assertThat(isFinished(second)).isFalse();
        assertThat(isFinished(third)).isTrue();
        assertThat(first.bytes()).isEqualTo(second.bytes());
    }

    @Test
    void a_translation_is_shown_at_once_that_is_nowhere_near_the_page() {
        PostId translation = blog.write("Seidenschwanz").in("de").publish();
        Stream.of("Between", "Waxwing").forEach(title -> blog.write(title).publish());
        blog.visit("/waxwing").status();
        assertThat(isFinished(blog.visit("/waxwing"))).isTrue();

        blog.posts()
                .linkTranslation()
                .handle(new LinkTranslation.Command(TrialBlog.OWNER, translation, new Slug("waxwing")));

        assertThat(blog.visit("/waxwing").page().select(".translations a").eachAttr("hreflang"))
                .containsExactly("de");
    }

    @Test
    void what_hangs_on_a_question_or_is_no_page_is_never_kept() {
        blog.write("Notes").publish();
        blog.index();

        for (String path :
                List.of("/search?q=notes", "/livez", "/readyz", "/nothing-here", "/notes/", "/admin/sign-in")) {
            blog.visit(path).status();
            assertThat(isFinished(blog.visit(path))).as(path).isFalse();
        }
    }

    @Test
    void a_feed_is_kept_for_programs_and_shown_to_browsers_as_before() {
        blog.write("Notes").publish();
        blog.visit("/feed.atom").status();

        assertThat(isFinished(blog.visit("/feed.atom"))).isTrue();
        Visit browser = blog.visit("/feed.atom").with("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
        assertThat(isFinished(browser)).isFalse();
        assertThat(browser.header("Content-Type")).startsWith("application/xml");
        assertThat(blog.visit("/feed.atom").header("Content-Type")).startsWith("application/atom+xml");
    }

    @Test
    void nobody_waits_for_a_slow_reader_of_the_same_file() throws Exception {
        int size = 15_000_000;
        MediaAddress large = upload(
                new SequenceInputStream(TrialServer.picture(40, 30, 5), new ByteArrayInputStream(new byte[size])));
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(1_000);
            slow.connect(new InetSocketAddress("127.0.0.1", blog.port()));
            slow.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(large)
                            .getBytes(US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo('H');

            assertThat(blog.visit(large.value()).bytes()).hasSizeGreaterThan(size);
        }
    }

    @Test
    void many_who_ask_for_one_page_at_once_all_get_it() {
        blog.write("Notes").publish();

        List<CompletableFuture<String>> readers = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> blog.visit("/notes").text()))
                .limit(30)
                .toList();

        assertThat(readers)
                .extracting(CompletableFuture::join)
                .containsOnly(readers.get(0).join());
    }

    @Test
    void style_sheets_and_small_pictures_are_kept_like_pages() {
        String sheet = blog.visit("/tags").page().select("link[rel=stylesheet]").attr("href");
        String picture = upload().value();

        for (String path : List.of(sheet, picture)) {
            Visit made = blog.visit(path);
            Visit kept = blog.visit(path);
            assertThat(isFinished(made)).isFalse();
            assertThat(isFinished(kept)).as(path).isTrue();
            assertThat(kept.bytes()).isEqualTo(made.bytes());
            assertThat(kept.header("ETag")).isEqualTo(made.header("ETag"));
            assertThat(kept.header("Cache-Control")).contains("immutable");
        }
    }

    @Test
    void whoever_wants_a_part_of_a_picture_gets_that_part() {
        String picture = upload().value();
        byte[] whole = blog.visit(picture).bytes();

        Visit part = blog.visit(picture).with("Range", "bytes=2-5");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, 2, 6));
    }

    @Test
    void a_picture_that_was_removed_is_gone_and_one_that_comes_back_is_there() {
        MediaAddress picture = upload();
        blog.visit(picture.value()).status();

        blog.library().remove().handle(new RemoveMedia.Command(TrialBlog.OWNER, picture, OptionalLong.empty()));
        blog.visit(picture.value()).status();
        blog.index();

        assertThat(blog.visit(picture.value()).status()).isEqualTo(404);
        upload();
        blog.visit(picture.value()).status();
        assertThat(isFinished(blog.visit(picture.value()))).isTrue();
    }

    @Test
    void a_cdn_hears_how_long_it_may_keep_a_page_and_what_it_was_made_from() {
        try (TrialBlog behind = TrialBlog.startBehindCdn(Duration.ofMinutes(10))) {
            behind.write("Notes").tagged("Java").publish();

            for (int visits = 0; visits < 2; visits++) {
                Visit visit = behind.visit("/notes");
                assertThat(visit.header("Cache-Control"))
                        .isEqualTo("public, max-age=0, s-maxage=600, stale-while-revalidate=60");
                assertThat(visit.header("Surrogate-Key").split(" "))
                        .contains("site")
                        .anyMatch(key -> key.startsWith("post:"))
                        .anyMatch(key -> key.startsWith("tag:"));
            }
            assertThat(behind.visit("/nothing-here").header("Surrogate-Key")).isEmpty();
        }
        blog.write("Notes").publish();
        assertThat(blog.visit("/notes").header("Surrogate-Key")).isEmpty();
    }

    private MediaAddress upload() {
        return upload(TrialServer.picture(40, 30, 5));
    }

    private MediaAddress upload(InputStream content) {
        return blog.library().upload().handle(new UploadMedia.Command(TrialBlog.OWNER, "a.png", "", content));
    }

    private boolean isFinished(Visit visit) {
        long before = blog.servedFinished();
        visit.status();
        return blog.servedFinished() > before;
    }
}
