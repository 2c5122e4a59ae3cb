package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.waxwing.domain.account.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedRequestsLogTest {
    private static final String FORM = "Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private final Logger log = (Logger) LoggerFactory.getLogger("dev.waxwing");
    private final WrittenLines lines = new WrittenLines();
    private final TrialBlog blog = TrialBlog.start();

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        blog.close();
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void who_goes_away_in_the_middle_of_a_form_is_no_fault_of_the_blog() throws Exception {
        leave("POST /admin/sign-in HTTP/1.1\r\n" + FORM + "Content-Length: 100\r\n\r\nemail=");

        assertThat(blog.watcher().next()).isEqualTo("POST none 400");
        assertThat(lines.written).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void nor_is_who_goes_away_in_the_middle_of_a_long_text() throws Exception {
        Member ada = Member.of(blog, "Ada", Role.AUTHOR);
        leave("POST /admin/posts HTTP/1.1\r\nCookie: " + ada.cookie() + "\r\n" + FORM
                + "Content-Length: 100000\r\n\r\ncsrf=" + ada.csrf() + "&markdown=" + "a".repeat(70_000));

        assertThat(blog.watcher().next()).isEqualTo("POST /admin/posts 400");
        assertThat(lines.written).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void malformed_requests_have_a_line_and_not_one_each() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(blog.raw("HELLO s3cret\r\n\r\n")).startsWith("HTTP/1.1 505 ");
        }

        assertThat(lines.written)
                .filteredOn(line -> line.getFormattedMessage().contains("malformed"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getLevel()).isEqualTo(Level.INFO);
                    assertThat(line.getFormattedMessage()).contains("505").doesNotContain("s3cret");
                });
    }

    @Test
    void who_has_to_wait_has_a_line_and_not_one_each() {
        int status = 0;
        for (int i = 0; i < 1_000 && status != 429; i++) {
            status = blog.visit("/search?q=s3cret")
                    .with("X-Forwarded-For", "192.0.2.7")
                    .status();
        }
        assertThat(status).isEqualTo(429);
        blog.visit("/search?q=s3cret").with("X-Forwarded-For", "192.0.2.7").status();

        assertThat(lines.written)
                .filteredOn(line -> line.getFormattedMessage().contains("too often"))
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("GET /search")
                        .doesNotContain("s3cret", "192.0.2"));
    }

    /** Sends this and closes the connection. */
    private void leave(String words) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", blog.port())) {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
