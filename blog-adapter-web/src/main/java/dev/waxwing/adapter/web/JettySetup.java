package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.finished.Finishing.EndPoints;
import dev.waxwing.application.shared.Room;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.config.JettyConfig;
import io.javalin.config.SizeUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The server below the site: what it lets in, how much of it, and how it stops. */
final class JettySetup {
    /** In mebibytes, all files of one form; how large each may be is the media store's decision. */
    private static final int LARGEST_UPLOADS = 250;

    /** In kibibytes; larger ones wait in a file. */
    private static final int LARGEST_IN_MEMORY = 64;

    /** In bytes; an address with its query counts among the headers. */
    private static final int LARGEST_HEADERS = 16 * 1024;

    static final int MOST_THREADS = 200;
    private static final int SPARE_THREADS = 8;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** How long a body on its way may pause while the server stops: a telephone goes from one mast to the next. */
    private static final Duration PAUSE_AT_STOP = Duration.ofSeconds(5);

    private static final Duration LAST_MOMENT = Duration.ofMillis(500);

    /** How much of the memory small bodies take at most, which come from anybody, and how much large ones. */
    private static final int SHARE_OF_SMALL = 8;

    private static final int SHARE_OF_LARGE = 4;

    /** What one network address may take of the memory for small bodies, many people behind it included. */
    private static final int SHARE_OF_A_NETWORK = 4;

    private final WebSettings settings;
    private final MalformedRequests malformed;
    private final ServerSocketChannel socket;
    private final Handler.Wrapper finished;
    private final EndPoints ends;
    private final RequestLog seen;
    private @Nullable Connector connector;

    JettySetup(
            WebSettings settings,
            MalformedRequests malformed,
            ServerSocketChannel socket,
            Handler.Wrapper finished,
            EndPoints ends,
            RequestLog seen) {
        this.settings = settings;
        this.malformed = malformed;
        this.socket = socket;
        this.finished = finished;
        this.ends = ends;
        this.seen = seen;
    }

    /**
     * Takes the port before anything else is built, so that a port that is taken is a refusal and not a failed start.
     *
     * @throws BlogException.Unavailable if the port is taken, or the address is not one of this machine
     */
    static ServerSocketChannel listen(String host, int port) {
        return bound(ServerSocketChannel::open, host, port);
    }

    /** Refuses what {@link #listen} would refuse, and lets nobody in meanwhile. */
    static void requireFree(String host, int port) {
        try {
            bound(SocketChannel::open, host, port).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Opening<C> {
        C open() throws IOException;
    }

    private static <C extends NetworkChannel> C bound(Opening<C> opening, String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        try {
            C socket = opening.open();
            try {
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                socket.bind(address);
                return socket;
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        } catch (UnresolvedAddressException e) {
            throw noAddress(host, e);
        } catch (IOException e) {
            throw isOfThisMachine(address.getAddress())
                    ? new BlogException.Unavailable(
                            "Cannot listen at %s:%d (%s); choose another port".formatted(host, port, e.getMessage()), e)
                    : noAddress(host, e);
        }
    }

    private static BlogException noAddress(String host, Exception cause) {
        return new BlogException.Unavailable(
                "The host '%s' is no address of this machine, nor a name of one; write for example 127.0.0.1"
                        .formatted(host),
                cause);
    }

    /** Then it is the port that is to blame. */
    private static boolean isOfThisMachine(InetAddress host) {
        try (ServerSocketChannel trial = ServerSocketChannel.open()) {
            trial.bind(new InetSocketAddress(host, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void apply(JettyConfig jetty) {
        jetty.multipartConfig.maxInMemoryFileSize(LARGEST_IN_MEMORY, SizeUnit.KB);
        jetty.multipartConfig.maxFileSize(LARGEST_UPLOADS, SizeUnit.MB);
        jetty.multipartConfig.maxTotalRequestSize(LARGEST_UPLOADS, SizeUnit.MB);
        jetty.threadPool = threads();
        jetty.modifyHttpConfiguration(this::limit);
        jetty.addConnector(this::connector);
        jetty.modifyServer(server -> {
            server.setErrorHandler(malformed);
            server.setRequestLog(seen);
            server.addBean(MostConnections.of(server));
            server.setStopTimeout(settings.patience().toMillis());
            server.addEventListener(new InFront());
        });
    }

    /**
     * With a queue of the JDK, as that of Jetty has the management beans loaded, to ask how wide a cache line is: a fifteenth
     * of a start.
     */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, SPARE_THREADS, new LinkedBlockingQueue<>());
        threads.setName("web");
        return threads;
    }

    /** The site is hung into the server when that starts, and only then can something be put in front of it. */
    private final class InFront implements LifeCycle.Listener {
        @Override
        public void lifeCycleStarting(LifeCycle starting) {
            Server server = (Server) starting;
            Room small = Room.shareOfMemory(SHARE_OF_SMALL);
            server.insertHandler(new IncomingBodies(
                    new SharedRoom(small, small.free() / SHARE_OF_A_NETWORK),
                    Room.shareOfMemory(SHARE_OF_LARGE),
                    System::nanoTime));
            server.insertHandler(finished);
            server.insertHandler(new GracefulHandler());
        }
    }

    private void limit(HttpConfiguration http) {
        http.addCustomizer(new ForwardedRequests(settings.around().proxies()));
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADERS);
    }

    /** A selector for each core: with the single one that is the default on small machines, the others idle. */
    private Connector connector(Server server, HttpConfiguration http) {
        int cores = Runtime.getRuntime().availableProcessors();
        ServerConnector listening = new Listening(server, cores, new HttpConnectionFactory(http), ends);
        try {
            listening.open(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listening.setIdleTimeout(IDLE.toMillis());
        listening.setShutdownIdleTimeout(settings.idleAtStop().toMillis());
        connector = listening;
        return listening;
    }

    private static final class Listening extends ServerConnector {
        private final EndPoints ends;

        Listening(Server server, int selectors, ConnectionFactory connections, EndPoints ends) {
            super(server, 1, selectors, connections);
            this.ends = ends;
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            SocketChannelEndPoint end = ends.of(channel, selector, key, getScheduler());
            end.setIdleTimeout(getIdleTimeout());
            return end;
        }
    }

    /**
     * Accepts no more connections, and serves those there are until they end or have been quiet. A stop by itself would refuse
     * what comes over a connection that was accepted the moment before. What is left of the patience is for the stop.
     */
    void closeDoor() {
        if (connector == null) {
            return;
        }
        long since = NanoTime.now();
        CompletableFuture<Void> left = connector.shutdown();
        connector.getConnectedEndPoints().stream()
                .filter(JettySetup::isAtWork)
                .forEach(client -> client.setIdleTimeout(PAUSE_AT_STOP.toMillis()));
        try {
            left.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException ignored) {
            // The stop ends what goes on for longer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long unused = settings.patience().toMillis() - NanoTime.millisSince(since);
        connector.getServer().setStopTimeout(Math.max(LAST_MOMENT.toMillis(), unused));
    }

    /** Rather than between two requests. */
    private static boolean isAtWork(EndPoint client) {
        return client.getConnection() instanceof HttpConnection connection
                && !connection.getParser().isStart();
    }
}
