package dev.waxwing.adapter.jdbi.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that call each other with {@code NOTIFY}. Hearing takes a thread and a connection, from when somebody listens. A
 * connection that is lost is replaced; what was called meanwhile is not repeated, so listeners are told then as well.
 */
final class PostgreSqlNodes implements OtherNodes {
    private static final Logger LOG = LoggerFactory.getLogger(PostgreSqlNodes.class);
    private static final String CHANNEL = "waxwing_change";

    /** So long the thread hears nothing else, such as that it should end. */
    private static final int EAR_MILLISECONDS = 500;

    /** For the first look: a connection can take {@code LISTEN} and yet never be heard, and is found out by looking. */
    private static final int FIRST_LOOK_MILLISECONDS = 1;

    /** After so long a silence the connection is asked whether it is still there. */
    private static final int SILENT_ROUNDS = 10;

    private static final long PAUSE_MILLISECONDS = 1_000;

    private final DataSource source;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread ear;
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean deaf;

    PostgreSqlNodes(DataSource source) {
        this.source = source;
    }

    @Override
    public void call(Handle handle) {
        handle.execute("NOTIFY " + CHANNEL);
    }

    @Override
    public synchronized void whenTheyCall(Runnable listener) {
        listeners.add(listener);
        if (ear == null) {
            ear = new Thread(this::hear, "other nodes");
            ear.setDaemon(true);
            ear.start();
        }
    }

    private void hear() {
        try {
            do {
                listen();
            } while (!closing.await(deaf ? PAUSE_MILLISECONDS : 0, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Connection connection = source.getConnection()) {
            listen(connection);
        } catch (SQLException e) {
            if (!deaf && closing.getCount() > 0) {
                LOG.warn("Other nodes are not heard for the moment, only seen: {}", e.getMessage());
            }
            deaf = true;
        }
    }

    private void listen(Connection connection) throws SQLException {
        execute(connection, "LISTEN " + CHANNEL);
        try {
            isCalled(connection, FIRST_LOOK_MILLISECONDS);
            deaf = false;
            tellListeners();
            int silence = 0;
            while (closing.getCount() > 0) {
                if (isCalled(connection, EAR_MILLISECONDS)) {
                    silence = 0;
                    tellListeners();
                } else if (++silence == SILENT_ROUNDS) {
                    silence = 0;
                    execute(connection, "SELECT 1");
                }
            }
        } finally {
            execute(connection, "UNLISTEN " + CHANNEL); // a pool lends it to others, or learns that it is lost
        }
    }

    private static boolean isCalled(Connection connection, int milliseconds) throws SQLException {
        PGNotification @Nullable [] calls =
                connection.unwrap(PGConnection.class).getNotifications(milliseconds);
        return calls != null && calls.length > 0;
    }

    /** Whoever fails to follow looks again by and by, and says so there. */
    private void tellListeners() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.debug("A change of another node was not followed at once", e);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        Thread thread;
        synchronized (this) {
            thread = ear;
        }
        if (thread != null) {
            try {
                thread.join(2L * EAR_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
