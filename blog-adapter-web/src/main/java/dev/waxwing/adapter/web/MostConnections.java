package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.OnceAMinute;
import java.time.Duration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As many connections as memory has room for, each with headers as large as they may be. Whoever comes then waits until one of
 * them ends, and those on which nothing happens end soon.
 */
final class MostConnections extends NetworkConnectionLimit {
    private static final Logger LOG = LoggerFactory.getLogger(MostConnections.class);

    /** In bytes of memory; 4,096 of them for the 256 MiB of a small machine. */
    private static final int ROOM_FOR_ONE = 64 * 1024;

    private static final Duration IDLE = Duration.ofSeconds(2);

    private final OnceAMinute told = new OnceAMinute(System::nanoTime);

    MostConnections(int most, Server server) {
        super(most, server);
        setEndPointIdleTimeout(IDLE.toMillis());
    }

    static MostConnections of(Server server) {
        long most = Runtime.getRuntime().maxMemory() / ROOM_FOR_ONE;
        return new MostConnections((int) Math.min(Integer.MAX_VALUE, most), server);
    }

    @Override
    protected void limit() {
        super.limit();
        if (told.isDue()) {
            LOG.warn("There are {} connections, and no more are taken until some end", getMaxNetworkConnectionCount());
        }
    }
}
