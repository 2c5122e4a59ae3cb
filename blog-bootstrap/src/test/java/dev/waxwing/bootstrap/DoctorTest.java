package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waxwing.bootstrap.Finding.Level;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorTest {
    /** A busy machine must not look like a proxy that is not there. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private HttpServer proxy;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.start();
        address = "http://127.0.0.1:" + proxy.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        proxy.stop(0);
    }

    @Test
    void a_folder_that_others_may_read_is_a_warning_with_the_command_that_helps() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(finding("folder").level()).isEqualTo(Level.WARNING);
        assertThat(finding("folder").advice()).endsWith("chmod o-rwx " + folder);

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThat(finding("folder").level()).isEqualTo(Level.OK);
    }

    @Test
    void a_file_of_tomorrow_says_that_the_clock_went_back() throws IOException {
        Path file = Files.writeString(folder.resolve("waxwing.properties"), "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(1))));

        assertThat(finding("clock").level()).isEqualTo(Level.WRONG);
    }

    @Test
    void without_a_server_nobody_is_asked_at_the_base_url() {
        assertThat(findings()).extracting(Finding::name).contains("server").doesNotContain("address", "version");
    }

    @Test
    void a_base_url_that_answers_with_this_blog_is_well() {
        try (Blog blog = Blog.start(config("0"))) {
            proxy.createContext("/", exchange -> pass(exchange, blog.port()));

            assertThat(finding("address")).isEqualTo(Finding.ok("address", address + " is this blog"));
            assertThat(finding("version").level()).isEqualTo(Level.OK);
            assertThat(blog.address().value()).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @CsvSource({"200, is not this blog", "301, leads elsewhere", "502, answers 502", "0, does not answer"})
    void a_base_url_that_does_anything_else_is_wrong(int status, String words) {
        if (status == 0) {
            proxy.stop(0);
        } else {
            proxy.createContext("/", exchange -> answer(exchange, status, "Another site"));
        }

        try (Blog blog = Blog.start(config("0"))) {
            assertThat(finding("address").level()).as(blog.address().value()).isEqualTo(Level.WRONG);
            assertThat(finding("address").words()).contains(words);
        }
    }

    @Test
    void a_server_that_gives_no_answer_is_wrong_and_the_rest_is_looked_at() throws Exception {
        Requests requests = Requests.forStatus(folder);
        requests.begin();
        try (Background server = new Background(
                "silent",
                List.of(new Background.Job(
                        "silent",
                        () -> requests.serve(file -> {
                            throw new IllegalStateException("Silent");
                        }))))) {
            server.start();

            assertThat(findings())
                    .extracting(Finding::name)
                    .contains("java", "folder")
                    .doesNotContain("version");
            assertThat(finding("server").level()).isEqualTo(Level.WRONG);
        }
    }

    private static void pass(HttpExchange exchange, int port) throws IOException {
        URI page = URI.create("http://127.0.0.1:" + port + exchange.getRequestURI());
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : InputStream.nullInputStream()) {
            answer(exchange, status, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Finding finding(String name) {
        return findings().stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings() {
        return new Doctor(config("8080"), PATIENCE).findings();
    }

    private BlogConfig config(String port) {
        Map<Setting, String> flags = Map.of(Setting.PORT, port, Setting.BASE_URL, address);
        return BlogConfig.of(folder, Settings.read(folder, Map.of(), Map.of(), flags));
    }
}
