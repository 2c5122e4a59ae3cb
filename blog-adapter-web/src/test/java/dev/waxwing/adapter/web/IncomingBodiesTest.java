package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.domain.account.Role;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncomingBodiesTest {
    private static final String FORM = "Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private final TrialBlog blog = TrialBlog.start();
    private final Member ada = Member.of(blog, "Ada", Role.AUTHOR);

    @AfterAll
    void stop() {
        blog.close();
    }

    @Test
    void readers_are_served_while_more_clients_than_there_are_threads_send_a_form_byte_by_byte() throws IOException {
        blog.write("One").publish();
        List<Client> slow = new ArrayList<>();
        try {
            for (int i = 0; i < JettySetup.MOST_THREADS + 50; i++) {
                Client client = new Client();
                client.send("POST /admin/sign-in HTTP/1.1\r\n" + FORM + "Content-Length: 100\r\n\r\ne");
                slow.add(client);
            }
            slow.forEach(client -> client.send("m"));

            assertThat(blog.visit("/one").status()).isEqualTo(200);
            assertThat(slow).noneMatch(Client::isAnswered);
        } finally {
            slow.forEach(Client::close);
        }
    }

    @Test
    void a_page_is_not_kept_from_others_by_a_question_whose_body_does_not_come() throws IOException {
        blog.write("Waited for").publish();
        try (Client client = new Client()) {
            client.send("GET /waited-for HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\na");

            assertThat(blog.visit("/waited-for").status()).isEqualTo(200);
            assertThat(client.isAnswered()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"})
    void whoever_is_not_signed_in_is_not_waited_for_at_all(String type) throws IOException {
        try (Client client = new Client()) {
            client.send("POST /admin/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                    + "\r\nContent-Length: 100000\r\n\r\nemail=");
            client.send("a".repeat(100_000 - 6));

            assertThat(client.answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_body_in_chunks_is_put_together() throws IOException {
        String form = "csrf=" + ada.csrf() + "&title=Begun&markdown=Words&language=en";
        try (Client client = new Client()) {
            client.send("POST /admin/posts HTTP/1.1\r\nCookie: " + ada.cookie() + "\r\n" + FORM
                    + "Transfer-Encoding: chunked\r\n\r\n");
            for (String part : form.split("(?<=&)")) {
                client.send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
            }
            client.send("0\r\n\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 303 ");
        }
    }

    @Test
    void a_long_body_in_chunks_is_put_together() throws IOException {
        String part = "a".repeat(10_000);
        try (Client client = new Client()) {
            client.send("POST /admin/posts HTTP/1.1\r\nCookie: " + ada.cookie() + "\r\n" + FORM
                    + "Transfer-Encoding: chunked\r\n\r\n");
            String fields = "csrf=" + ada.csrf() + "&title=Long&language=en&markdown=";
            client.send(Integer.toHexString(fields.length()) + "\r\n" + fields + "\r\n");
            for (int i = 0; i < 20; i++) {
                client.send("2710\r\n" + part + "\r\n");
            }
            client.send("0\r\n\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 303 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"/admin/posts, 413", "/admin/media, 401", "/one, 405", "/nothing/here/at/all, 404"})
    void whoever_sends_too_much_reads_why_and_may_go_on(String path, int status) throws IOException {
        String cookie = status == 413 ? "Cookie: " + ada.cookie() + "\r\n" : "";
        try (Client client = new Client()) {
            client.send("POST " + path + " HTTP/1.1\r\n" + cookie + FORM + "Content-Length: 6000000\r\n\r\n");
            for (int i = 0; i < 6; i++) {
                client.send("a".repeat(1_000_000));
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 " + status + " ").contains("</html>");

            client.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whoever_says_that_much_follows_and_sends_nothing_is_told_to_go() throws IOException {
        try (Client client = new Client()) {
            client.send("POST /admin/media HTTP/1.1\r\n" + FORM + "Content-Length: 6000000\r\n\r\nabc");

            assertThat(client.answer()).startsWith("HTTP/1.1 401 ").containsIgnoringCase("\r\nConnection: close\r\n");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void whoever_asks_first_whether_to_send_is_told_not_to() throws IOException {
        try (Client client = new Client()) {
            client.send("POST /admin/media HTTP/1.1\r\n" + FORM
                    + "Expect: 100-continue\r\nContent-Length: 6000000\r\n\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 401 ");
        }
    }

    /** A connection over which answers are read one by one. */
    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", blog.port());
        private final InputStream in = new BufferedInputStream(socket.getInputStream());

        private Client() throws IOException {
            socket.setSoTimeout(60_000);
        }

        private void send(String words) {
            try {
                socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new AssertionError("The server does not listen any more", e);
            }
        }

        private boolean isAnswered() {
            try {
                return in.available() > 0;
            } catch (IOException e) {
                return true;
            }
        }

        private boolean isEnded() throws IOException {
            return in.read() < 0;
        }

        private String answer() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                int next = in.read();
                assertThat(next).as("after " + head).isNotNegative();
                head.write(next);
            }
            String headers = head.toString(StandardCharsets.US_ASCII);
            String length = headers.replaceAll("(?is).*content-length: (\\d+).*", "$1");
            return headers + new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
