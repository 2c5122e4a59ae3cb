package dev.waxwing.adapter.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaFilesTest {
    private final TrialBlog blog = TrialBlog.start();
    private final byte[] picture;
    private final MediaAddress address;

    MediaFilesTest() throws IOException {
        picture = TrialServer.picture(40, 30, 5).readAllBytes();
        address = blog.blog().media().store(new ByteArrayInputStream(picture));
    }

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void a_picture_is_given_whole_and_may_be_kept_for_ever() {
        Visit visit = blog.visit(address.value());

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.bytes()).isEqualTo(picture);
        assertThat(visit.header("Content-Type")).isEqualTo("image/png");
        assertThat(visit.header("Content-Length")).isEqualTo(Integer.toString(picture.length));
        assertThat(visit.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(visit.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_slash_behind_the_address_leads_to_the_address_without() {
        Visit visit = blog.visit(address.value() + "/");

        assertThat(visit.status()).isEqualTo(301);
        assertThat(visit.header("Location")).isEqualTo(address.value());
        assertThat(visit.header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void a_file_can_do_nothing_but_be_shown_and_feed_readers_elsewhere_may_show_it() {
        Visit visit = blog.visit(address.value());

        assertThat(visit.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("sandbox");
        assertThat(visit.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    }

    @Test
    void readers_are_served_while_more_clients_than_there_are_threads_take_nothing_of_a_large_picture()
            throws IOException {
        byte[] large = noise();
        MediaAddress address = blog.blog().media().store(new ByteArrayInputStream(large));
        blog.write("One").publish();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < JettySetup.MOST_THREADS + 50; i++) {
                slow.add(asking(address));
            }
            for (Socket client : slow) {
                assertThat(client.getInputStream().read()).isEqualTo('H');
            }

            assertThat(blog.visit("/one").status()).isEqualTo(200);
            assertThat(blog.visit(address.value()).bytes()).isEqualTo(large);
        } finally {
            for (Socket client : slow) {
                client.close();
            }
        }
    }

    /** What no buffer between us and a client holds. */
    private static byte[] noise() throws IOException {
        BufferedImage picture = new BufferedImage(1_500, 1_500, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(7);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, chance.nextInt());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private Socket asking(MediaAddress address) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4_096);
        client.connect(new InetSocketAddress("127.0.0.1", blog.port()));
        client.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: x\r\n\r\n"
                        .formatted(address.value())
                        .getBytes(US_ASCII));
        return client;
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=5-5, 5, 6", "bytes=10-, 10, -1", "bytes=-7, -7, -1", "bytes=3-999999, 3, -1"
    })
    void a_part_is_given_where_a_part_is_asked_for(String range, int from, int to) {
        int start = from < 0 ? picture.length + from : from;
        int end = to < 0 ? picture.length : to;

        Visit visit = blog.visit(address.value()).with("Range", range);
        assertThat(visit.status()).isEqualTo(206);
        assertThat(visit.bytes()).isEqualTo(Arrays.copyOfRange(picture, start, end));
        assertThat(visit.header("Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(start, end - 1, picture.length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=0-1,4-5", "lines=1-2", "bytes=9-1", "bytes=a-b", "bytes=-", "bytes=99999999999999999999-"
            })
    void odd_ranges_are_answered_with_the_whole(String range) {
        Visit visit = blog.visit(address.value()).with("Range", range);

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.bytes()).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000000-", "bytes=1000000-2000000", "bytes=-0"})
    void a_part_beyond_the_end_is_refused_with_the_size(String range) {
        Visit visit = blog.visit(address.value()).with("Range", range);

        assertThat(visit.status()).isEqualTo(416);
        assertThat(visit.header("Content-Range")).isEqualTo("bytes */" + picture.length);
    }

    @Test
    void a_part_of_another_version_is_not_given() {
        assertThat(blog.visit(address.value())
                        .with("Range", "bytes=0-9")
                        .with("If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_has_the_file_is_not_sent_it_again() {
        String etag = blog.visit(address.value()).header("ETag");

        Visit again = blog.visit(address.value()).with("If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void head_tells_the_size() {
        Visit visit = blog.visit(address.value()).method("HEAD");

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.header("Content-Length")).isEqualTo(Integer.toString(picture.length));
    }

    @Test
    void a_smaller_width_is_found_under_the_address_that_pages_offer() {
        MediaAddress wide = blog.blog().media().store(TrialServer.picture(400, 300, 5));

        Visit visit = blog.visit(new Rendition(wide, 320).toString());

        assertThat(visit.status()).isEqualTo(200);
        assertThat(visit.header("Content-Type")).isEqualTo("image/png");
        assertThat(visit.header("Cache-Control")).contains("immutable");
        assertThat(visit.header("ETag")).contains("-320w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-400x300-640w.png", "-400x300-321w.png", "-400x300-320w.jpg", "-401x300-320w.png"})
    void no_other_width_is_made(String rest) {
        MediaAddress wide = blog.blog().media().store(TrialServer.picture(400, 300, 5));

        assertThat(blog.visit(wide.value().replace("-400x300.png", rest)).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/nothing.png",
                "/media/00000000000000000000000000000000-1x1.png",
                "/media/..png",
                "/media/%2e%2e",
                "/media/",
                "/media"
            })
    void what_is_not_stored_is_not_found(String path) {
        assertThat(blog.visit(path).status()).isIn(400, 404);
    }
}
