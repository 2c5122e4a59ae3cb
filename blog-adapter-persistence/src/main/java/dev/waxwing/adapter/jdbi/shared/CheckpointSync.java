package dev.waxwing.adapter.jdbi.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** H2's {@code CHECKPOINT SYNC}: writes every commit to the file and the file to disk. Keeps one connection for itself. */
final class CheckpointSync implements GroupCommit.Sync {
    private final DataSource source;
    private @Nullable Connection connection;

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
        }
    }

    /** A thread of H2 that stores from time to time would do so while somebody writes: it is told to store at commits only. */
    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET WRITE_DELAY 0");
            }
        }
        return connection;
    }
}
