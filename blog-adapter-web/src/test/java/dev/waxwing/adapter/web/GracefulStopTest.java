package dev.waxwing.adapter.web;

import static io.javalin.apibuilder.ApiBuilder.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.web.shared.Access;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GracefulStopTest {

    @Test
    void a_body_on_its_way_that_pauses_is_taken_in_before_the_server_stops() throws Exception {
        TrialBlog blog = TrialBlog.start();
        try (Socket client = new Socket("127.0.0.1", blog.port())) {
            client.setSoTimeout(60_000);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            send(
                    client,
                    "POST /admin/sign-in HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
            assertThat(answer.readLine()).startsWith("HTTP/1.1 100 ");

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(blog::close);
            assertThatThrownBy(() -> stopped.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            send(client, "email=ada");

            assertThat(answer.lines()).anyMatch(line -> line.startsWith("HTTP/1.1 403 "));
            stopped.get(60, TimeUnit.SECONDS);
        }
    }

    private static void send(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_request_in_flight_is_answered_before_the_server_stops() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (TrialBlog blog = TrialBlog.start()) {
            ReadingSite site = blog.readingSite();
            WebServer server = WebServer.start(
                    WebSettings.at("127.0.0.1", 0),
                    site,
                    blog.guard(),
                    blog.errorPages(site.site()),
                    blog.nothingFinished(),
                    List.of(() -> get(
                            "/slow",
                            ctx -> {
                                arrived.countDown();
                                released.await(10, TimeUnit.SECONDS);
                                ctx.result("answered");
                            },
                            Access.ANYONE)));
            Visit visit = Visit.to(server.port(), "/slow");
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(visit::text);
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            assertThatThrownBy(() -> stopped.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            released.countDown();

            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("answered");
            stopped.get(10, TimeUnit.SECONDS);
        }
    }
}
