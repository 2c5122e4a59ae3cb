package dev.waxwing.adapter.web;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server below the site: what it lets in, how much of it, and how it stops. */
final class JettySetup {
    /** In bytes. */
    static final long LARGEST_BODY = 1_000_000;

    /** In bytes; an address with its query counts among the headers. */
    private static final int LARGEST_HEADERS = 16 * 1024;

    private static final int MOST_THREADS = 200;
    private static final int SPARE_THREADS = 8;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** How long a connection without a request in flight holds up a stop. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);

    private final WebSettings settings;
    private final MalformedRequests malformed;

    JettySetup(WebSettings settings, MalformedRequests malformed) {
        this.settings = settings;
        this.malformed = malformed;
    }

    void apply(JettyConfig jetty) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, SPARE_THREADS);
        threads.setName("web");
        jetty.threadPool = threads;
        jetty.modifyHttpConfiguration(JettySetup::limit);
        jetty.addConnector(this::connector);
        jetty.modifyServer(server -> {
            server.setErrorHandler(malformed);
            server.setStopTimeout(settings.patience().toMillis());
            server.insertHandler(new GracefulHandler());
        });
    }

    private static void limit(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADERS);
    }

    /** A selector for each core: with the single one that is the default on small machines, the others idle. */
    private Connector connector(Server server, HttpConfiguration http) {
        int cores = Runtime.getRuntime().availableProcessors();
        ServerConnector connector = new ServerConnector(server, 1, cores, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        return connector;
    }
}
