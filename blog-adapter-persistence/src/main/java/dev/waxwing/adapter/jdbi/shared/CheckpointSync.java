package dev.waxwing.adapter.jdbi.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2's {@code CHECKPOINT SYNC}: writes every commit to the file and the file to disk, and then keeps the file small. Keeps one
 * connection for itself.
 */
final class CheckpointSync implements GroupCommit.Sync {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSync.class);

    private final DataSource source;
    private @Nullable Connection connection;
    private Optional<Compaction> compaction = Optional.empty();

    CheckpointSync(DataSource source) {
        this.source = source;
    }

    @Override
    public synchronized void run() throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            close();
            throw e;
        }
        compact();
    }

    /** What was synced stays synced if this fails. */
    private void compact() {
        try {
            compaction.ifPresent(Compaction::step);
        } catch (RuntimeException e) {
            LOG.warn("The file of the database cannot be made smaller: {}", e.getMessage());
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // It is given up either way, and the next sync opens another.
            }
            connection = null;
            compaction = Optional.empty();
        }
    }

    /** A thread of H2 that stores from time to time would do so while somebody writes: it is told to store at commits only. */
    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET WRITE_DELAY 0");
            }
            compaction = Compaction.of(connection);
        }
        return connection;
    }
}
