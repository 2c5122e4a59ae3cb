package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.shared.Room;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class IncomingBodiesRoomTest {
    private static final int SIZE = 8_000;
    private static final int MOST = 4_000;
    private static final String BODY_OF_900 = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n";

    private final AtomicLong nanoseconds = new AtomicLong();
    private final Room room = new Room(SIZE);
    private final Server server = new Server();
    private final HttpConfiguration http = new HttpConfiguration();
    private final LocalConnector connector = new LocalConnector(server, new HttpConnectionFactory(http));

    /** Answers with what it was sent. */
    private static final class Echo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Content.Sink.write(response, true, Content.Source.asString(request), callback);
            return true;
        }
    }

    @BeforeEach
    void start() throws Exception {
        http.addCustomizer(new ForwardedRequests(TrustedProxies.of("0.0.0.0/0")));
        IncomingBodies bodies = new IncomingBodies(new SharedRoom(room, MOST), new Room(SIZE), nanoseconds::get);
        bodies.setHandler(new Echo());
        server.addConnector(connector);
        server.setHandler(bodies);
        server.setErrorHandler(new MalformedRequests(Map.of()));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void what_does_not_fit_beside_what_others_have_begun_to_send_is_refused_for_now() throws Exception {
        LocalEndPoint stalled = connector.connect();
        stalled.addInputAndExecute(from("192.0.2.1") + "a".repeat(800));
        LocalEndPoint too = connector.connect();
        too.addInputAndExecute(from("192.0.2.2") + "a".repeat(800));
        awaitTaken(6_400);

        LocalEndPoint other = connector.connect();
        other.addInput(from("192.0.2.3") + "b".repeat(900));
        assertThat(other.getResponse())
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 10\r\n")
                .containsIgnoringCase("Connection: close\r\n");

        stalled.addInput("a".repeat(100));
        assertThat(stalled.getResponse()).startsWith("HTTP/1.1 200 ").endsWith("a".repeat(900));
        awaitTaken(3_200);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1, 192.0.2.2", "2001:db8:1:2::3, 2001:db8:1:2::4, 2001:db8:1:3::3"})
    void who_has_begun_to_send_much_from_one_place_is_in_the_way_of_nobody_elsewhere(
            String one, String sameNetwork, String elsewhere) throws Exception {
        LocalEndPoint stalled = connector.connect();
        stalled.addInputAndExecute(from(one) + "a".repeat(800));
        awaitTaken(3_200);

        assertThat(answer(sameNetwork)).startsWith("HTTP/1.1 503 ");
        assertThat(answer(elsewhere)).startsWith("HTTP/1.1 200 ");
        stalled.addInput("a".repeat(100));
        assertThat(stalled.getResponse()).startsWith("HTTP/1.1 200 ");
        awaitTaken(0);
        assertThat(answer(sameNetwork)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_proxy_that_does_not_say_for_whom_it_asks_is_given_all_the_room() throws Exception {
        LocalEndPoint stalled = connector.connect();
        stalled.addInputAndExecute(from("127.0.0.1") + "a".repeat(800));
        awaitTaken(3_200);

        assertThat(answer("127.0.0.1")).startsWith("HTTP/1.1 200 ");
    }

    private static String from(String address) {
        return BODY_OF_900.replace("Host: x", "Host: x\r\nX-Forwarded-For: " + address);
    }

    private String answer(String address) throws Exception {
        LocalEndPoint client = connector.connect();
        client.addInput(from(address) + "b".repeat(900));
        return client.getResponse();
    }

    @Test
    void whoever_goes_away_in_the_middle_leaves_the_room_to_others() throws Exception {
        LocalEndPoint gone = connector.connect();
        gone.addInputAndExecute(BODY_OF_900 + "a".repeat(800));
        awaitTaken(3_200);

        gone.addInputEOF();
        awaitTaken(0);
    }

    @Test
    void whoever_has_not_sent_a_small_body_in_half_a_minute_is_not_waited_for() throws Exception {
        LocalEndPoint slow = connector.connect();
        slow.addInputAndExecute(BODY_OF_900 + "a");
        awaitTaken(4);

        nanoseconds.set(31_000_000_000L);
        slow.addInput("a");

        assertThat(slow.getResponse()).startsWith("HTTP/1.1 408 ");
        awaitTaken(0);
    }

    /** What is sent is taken in on threads of the server. */
    private void awaitTaken(int bytes) {
        while (room.free() != SIZE - bytes) {
            Thread.onSpinWait();
        }
    }
}
