package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class MostConnectionsTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final MostConnections most = new MostConnections(2, server);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.addBean(most);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void when_all_are_taken_those_on_which_nothing_happens_end_soon_and_somebody_else_is_let_in() throws IOException {
        try (Socket first = open()) {
            assertThat(answer(first)).contains(" 404 ");
            assertThat(connector.isAccepting()).isTrue();
            Socket second = open();
            assertThat(answer(second)).contains(" 404 ");
            assertThat(connector.isAccepting()).isFalse();
            assertThat(connector.getConnectedEndPoints())
                    .anySatisfy(end -> assertThat(end.getIdleTimeout()).isEqualTo(2_000));

            second.close();
            try (Socket third = open()) {
                assertThat(answer(third)).contains(" 404 ");
            }
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String answer(Socket client) throws IOException {
        client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
