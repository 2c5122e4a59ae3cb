package dev.waxwing.adapter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One connection, over which finished pages and others are asked for in every order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FinishedConnectionTest {
    private final TrialBlog blog = TrialBlog.start();

    @AfterEach
    void stop() {
        blog.close();
    }

    private static final class Client implements AutoCloseable {
        private final Socket socket = new Socket();
        private final InputStream in;

        Client(int port) throws IOException {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        }

        Reply reply() throws IOException {
            int status = Integer.parseInt(line().split(" ")[1]);
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                headers.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 2));
            }
            int length = status == 304 ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new Reply(status, headers, new String(in.readNBytes(length), ISO_8859_1));
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int sign = in.read(); sign != '\n'; sign = in.read()) {
                if (sign < 0) {
                    throw new EOFException("The server has closed the connection after: " + line);
                }
                line.append((char) sign);
            }
            return line.substring(0, line.length() - 1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private record Reply(int status, Map<String, String> headers, String body) {
        /** Without what differs from one answer to another; that there is no body need not be said of a 304. */
        Reply asAlways() {
            Map<String, String> same = new LinkedHashMap<>(headers);
            same.keySet().removeAll(Set.of("date", "x-request-id"));
            same.remove("content-length", "0");
            return new Reply(status, same, body);
        }
    }

    @Test
    void the_connection_answers_as_the_server_does() throws IOException {
        blog.write("Notes").publish();
        blog.visit("/notes").status();
        try (Client client = new Client(blog.port())) {
            client.send(get("/notes"));
            Reply alone = client.reply();
            // Of two at once the server answers both, since the first is not the whole of what came.
            client.send(get("/notes") + get("/notes"));

            assertThat(alone.headers()).containsKeys("date", "x-request-id", "etag", "content-security-policy");
            assertThat(client.reply().asAlways()).isEqualTo(alone.asAlways());
            assertThat(client.reply().asAlways()).isEqualTo(alone.asAlways());
        }
    }

    @Test
    void whoever_has_the_page_is_told_so_in_the_same_words() throws IOException {
        blog.write("Notes").publish();
        String etag = blog.visit("/notes").header("ETag");
        String conditional = get("/notes").replace("\r\n\r\n", "\r\nIf-None-Match: " + etag + "\r\n\r\n");
        try (Client client = new Client(blog.port())) {
            client.send(conditional);
            Reply alone = client.reply();
            client.send(conditional + conditional);

            assertThat(alone.status()).isEqualTo(304);
            assertThat(client.reply().asAlways()).isEqualTo(alone.asAlways());
            assertThat(client.reply().asAlways()).isEqualTo(alone.asAlways());
        }
    }

    @Test
    void finished_pages_and_others_come_over_one_connection() throws IOException {
        blog.write("Notes").publish();
        int notes = blog.visit("/notes").bytes().length;
        try (Client client = new Client(blog.port())) {
            for (int i = 0; i < 3; i++) {
                client.send(get("/notes"));
                assertThat(client.reply().body()).hasSize(notes);
                client.send(get("/search?q=notes"));
                assertThat(client.reply().status()).isEqualTo(200);
                client.send(get("/nothing-here-" + i));
                assertThat(client.reply().status()).isEqualTo(404);
                client.send("POST /admin/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: "
                        + get("/notes").length() + "\r\n\r\n" + get("/notes"));
                assertThat(client.reply().status())
                        .as("a form that looks like a request")
                        .isBetween(400, 499);
            }
        }
        assertThat(blog.servedFinished()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_request_may_come_sign_by_sign() throws IOException {
        blog.write("Notes").publish();
        blog.visit("/notes").status();
        try (Client client = new Client(blog.port())) {
            for (char sign : get("/notes").toCharArray()) {
                client.send(String.valueOf(sign));
            }
            assertThat(client.reply().status()).isEqualTo(200);
            client.send(get("/notes"));
            assertThat(client.reply().status()).isEqualTo(200);
        }
    }

    @Test
    void what_follows_half_a_request_is_its_other_half_and_no_request() throws IOException {
        blog.write("Notes").publish();
        blog.visit("/notes").status();
        try (Client client = new Client(blog.port())) {
            client.send(get("/notes") + "GET /nothing-here HTTP/1.1\r\nX-Half: ");
            assertThat(client.reply().status()).isEqualTo(200);
            client.send(get("/notes"));

            assertThat(client.reply().status()).isEqualTo(404);
        }
    }

    @Test
    void a_client_that_reads_late_gets_every_page_whole_and_in_order() throws Exception {
        publishLong();
        blog.write("Short").publish();
        int longPage = blog.visit("/long").bytes().length;
        int shortPage = blog.visit("/short").bytes().length;
        int rounds = 40;
        try (Client client = new Client(blog.port())) {
            Thread writer = new Thread(() -> {
                try {
                    for (int i = 0; i < rounds; i++) {
                        client.send(get("/long"));
                        client.send(get("/short"));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.start();
            for (int i = 0; i < rounds; i++) {
                assertThat(client.reply().body()).hasSize(longPage).startsWith("<!DOCTYPE html>");
                assertThat(client.reply().body()).hasSize(shortPage).startsWith("<!DOCTYPE html>");
            }
            writer.join();
        }
    }

    @Test
    void a_client_that_leaves_in_the_middle_of_a_page_harms_nobody() throws IOException {
        publishLong();
        blog.visit("/long").status();
        for (int i = 0; i < 20; i++) {
            try (Client client = new Client(blog.port())) {
                client.send(get("/long"));
                client.send(get("/long"));
            }
        }
        assertThat(blog.visit("/long").status()).isEqualTo(200);
    }

    @Test
    void a_server_that_ends_says_so_in_its_next_answer() throws Exception {
        blog.write("Notes").publish();
        blog.visit("/notes").status();
        try (Client client = new Client(blog.port())) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(blog::close);
            Reply reply;
            do {
                client.send(get("/notes"));
                reply = client.reply();
            } while (!reply.headers().containsKey("connection"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("connection", "close");
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    /** Longer than a connection takes at once. */
    private void publishLong() {
        blog.write("Long")
                .html("<p>" + "words and words ".repeat(20_000) + "</p>")
                .publish();
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: blog.example\r\n\r\n";
    }
}
