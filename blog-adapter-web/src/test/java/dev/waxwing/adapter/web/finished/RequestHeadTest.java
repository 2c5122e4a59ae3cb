package dev.waxwing.adapter.web.finished;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Random;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.http.HttpURI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestHeadTest {
    private static final String BROWSER = """
            GET /tags/java?utm_source=news&x=%C3%A4 HTTP/1.1
            Host: blog.example:8080
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8
            accept-encoding:\tgzip, deflate, br\s
            Connection: keep-alive
            Cookie: theme=dark
            If-None-Match: "abc-gzip"
            Upgrade-Insecure-Requests: 1
            X-Empty:

            """;

    @Test
    void what_a_browser_writes_is_understood() {
        assertThat(read(BROWSER)).isEqualTo(new Asked("/tags/java", true, "\"abc-gzip\"", true, true));
    }

    @Test
    void some_programs_say_that_they_send_nothing() {
        assertThat(read("GET / HTTP/1.1\nContent-Length: 0\nHost: a\n\n"))
                .isEqualTo(new Asked("/", false, null, false, true));
    }

    @Test
    void a_path_is_named_as_the_server_names_it() {
        assertThat(Objects.requireNonNull(read(get("/%E6%97%A5")))).hasFieldOrPropertyWithValue("path", "/日");
        assertThat(Objects.requireNonNull(read(get("/")))).hasFieldOrPropertyWithValue("path", "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD / HTTP/1.1\nHost: a\n\n",
                "POST / HTTP/1.1\nHost: a\n\n",
                "get / HTTP/1.1\nHost: a\n\n",
                "GET  / HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.0\nHost: a\n\n",
                "GET / HTTP/2\nHost: a\n\n",
                "GET /  HTTP/1.1\nHost: a\n\n",
                "GET /\n\n",
                "\nGET / HTTP/1.1\nHost: a\n\n",
                "GET * HTTP/1.1\nHost: a\n\n",
                "GET a HTTP/1.1\nHost: a\n\n",
                "GET http://a/ HTTP/1.1\nHost: a\n\n",
                "GET /ä HTTP/1.1\nHost: a\n\n",
                "GET /<b> HTTP/1.1\nHost: a\n\n",
                "GET /#part HTTP/1.1\nHost: a\n\n",
                "GET /?\"q\" HTTP/1.1\nHost: a\n\n",
                "GET /a/../b HTTP/1.1\nHost: a\n\n",
                "GET /a%2fb HTTP/1.1\nHost: a\n\n",
                "GET /a%zz HTTP/1.1\nHost: a\n\n",
                "GET /a;b HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.1\n\n",
                "GET / HTTP/1.1\nHost: \n\n",
                "GET / HTTP/1.1\nHost: a/b\n\n",
                "GET / HTTP/1.1\nHost: a:b\n\n",
                "GET / HTTP/1.1\nHost: a:\n\n",
                "GET / HTTP/1.1\nHost: :80\n\n",
                "GET / HTTP/1.1\nHost: a:1:2\n\n",
                "GET / HTTP/1.1\nHost: [::1]:8080\n\n",
                "GET / HTTP/1.1\nHost: a\nHost: a\n\n",
                "GET / HTTP/1.1\nHost: a\nhost: b\n\n",
                "GET / HTTP/1.1\nHost : a\n\n",
                "GET / HTTP/1.1\n Host: a\n\n",
                "GET / HTTP/1.1\nHost: a\n folded: b\n\n",
                "GET / HTTP/1.1\nHost: a\n: b\n\n",
                "GET / HTTP/1.1\nHost: a\nbare\n\n",
                "GET / HTTP/1.1\nHost: a\nX-Ä: b\n\n",
                "GET / HTTP/1.1\nHost: a\nX: ä\n\n",
                "GET / HTTP/1.1\nHost: a\nX: \0\n\n",
                "GET / HTTP/1.1\nHost: a\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: a\nConnection: keep-alive, Upgrade\n\n",
                "GET / HTTP/1.1\nHost: a\nUpgrade: h2c\n\n",
                "GET / HTTP/1.1\nHost: a\nExpect: 100-continue\n\n",
                "GET / HTTP/1.1\nHost: a\nContent-Length: 1\n\na",
                "GET / HTTP/1.1\nHost: a\nContent-Length: 0, 1\n\n",
                "GET / HTTP/1.1\nHost: a\nContent-Length: 0\nContent-Length: 1\n\n",
                "GET / HTTP/1.1\nHost: a\ncontent-LENGTH: 5\n\nabcde",
                "GET / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n",
                "GET / HTTP/1.1\nHost: a\nAuthorization: Bearer x\n\n",
                "GET / HTTP/1.1\nHost: a\nRange: bytes=0-1\n\n",
                "GET / HTTP/1.1\nHost: a\nCookie: __Host-waxwing-session=x\n\n",
                "GET / HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.1\nHost: a\n",
                "GET / HTTP/1.1\nHost: a",
                "GET / HTTP/1.1",
                "GET /",
                "G",
                ""
            })
    void what_is_written_otherwise_is_left_to_the_server(String head) {
        assertThat(read(head)).isNull();
    }

    @Test
    void a_line_ends_with_both_signs() {
        assertThat(RequestHead.read("GET / HTTP/1.1\nHost: a\n\n".getBytes(ISO_8859_1)))
                .isNull();
        assertThat(RequestHead.read("GET / HTTP/1.1\r\nHost: a\r\n\n".getBytes(ISO_8859_1)))
                .isNull();
        assertThat(RequestHead.read("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n".getBytes(ISO_8859_1)))
                .isNull();
    }

    @Test
    void what_is_understood_of_damaged_requests_the_server_understands_alike() throws Exception {
        long seed = Long.getLong("waxwing.seed", 20261123);
        System.out.println("Chance begins with -Dwaxwing.seed=" + seed);
        Random random = new Random(seed);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = damaged(bytes(BROWSER), random);
            Asked asked = RequestHead.read(damaged);
            if (asked != null) {
                understood++;
                HttpTester.Request request = HttpTester.parseRequest(ByteBuffer.wrap(damaged));
                assertThat(request.getMethod()).isEqualTo("GET");
                assertThat(request.get("Host")).isNotEmpty();
                assertThat(request.getContentBytes()).isNullOrEmpty();
                assertThat(Asked.of(HttpURI.from(request.getURI()).getPath(), request))
                        .as(new String(damaged, ISO_8859_1))
                        .isEqualTo(asked);
            }
        }
        assertThat(understood).isGreaterThan(1_000);
    }

    /** One or two signs are others, missing, or doubled. */
    private static byte[] damaged(byte[] head, Random random) {
        StringBuilder text = new StringBuilder(new String(head, ISO_8859_1));
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, text.charAt(at));
                default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    private static Asked read(String head) {
        return RequestHead.read(bytes(head));
    }

    private static byte[] bytes(String head) {
        return head.replace("\n", "\r\n").getBytes(ISO_8859_1);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\nHost: a\n\n";
    }
}
