package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Where H2 and PostgreSQL truly differ: one method for each difference. */
public enum Dialect {
    H2 {
        /** H2 returns from a commit before the file is on disk: a power cut would take back what readers have seen. */
        @Override
        public Durability durability(DataSource source, FreeSpace space) {
            return new GroupCommit(new CheckpointSync(source), space);
        }

        /** A file of H2 is open in one process only. */
        @Override
        public OtherNodes otherNodes(DataSource source) {
            return OtherNodes.NONE;
        }

        /** A repeatable read of H2 fixes a table when it is first read, a serializable one all tables when it begins. */
        @Override
        public TransactionIsolationLevel atOneMoment() {
            return TransactionIsolationLevel.SERIALIZABLE;
        }

        @Override
        public <T> T fetchingRowByRow(Consumer<String> statement, Supplier<T> reading) {
            statement.accept("SET LAZY_QUERY_EXECUTION 1");
            try {
                return reading.get();
            } finally {
                statement.accept("SET LAZY_QUERY_EXECUTION 0");
            }
        }

        @Override
        public String byLetters(String column) {
            return column;
        }

        /** H2 makes a database by opening it. */
        @Override
        public void onlyIfThere(BiConsumer<String, Object> properties) {
            properties.accept("IFEXISTS", "TRUE");
        }
    },
    POSTGRESQL {
        @Override
        public Durability durability(DataSource source, FreeSpace space) {
            return Durability.BY_COMMIT;
        }

        @Override
        public OtherNodes otherNodes(DataSource source) {
            return new PostgreSqlNodes(source);
        }

        @Override
        public TransactionIsolationLevel atOneMoment() {
            return TransactionIsolationLevel.REPEATABLE_READ;
        }

        /** Whoever only reads holds up nobody, and may pause. */
        @Override
        public <T> T fetchingRowByRow(Consumer<String> statement, Supplier<T> reading) {
            statement.accept("SET idle_in_transaction_session_timeout = 0");
            try {
                return reading.get();
            } finally {
                statement.accept(IDLE_LIMIT);
            }
        }

        /** By default PostgreSQL sorts texts as a language does that was chosen when the database was made. */
        @Override
        public String byLetters(String column) {
            return column + " COLLATE \"C\"";
        }

        @Override
        public void tune(BiConsumer<String, Object> properties) {
            properties.accept("reWriteBatchedInserts", "true");
            properties.accept("ApplicationName", "waxwing");
            properties.accept("connectTimeout", CONNECT_SECONDS);
            properties.accept("tcpKeepAlive", "true");
        }

        /** A node that stops while it holds a lock must not stop the others for long. */
        @Override
        public void limit(Consumer<String> firstStatement, BiConsumer<String, Object> properties) {
            firstStatement.accept("SET lock_timeout = '8s'; " + IDLE_LIMIT + "; " + COMMIT_ON_DISK);
            properties.accept("socketTimeout", ANSWER_SECONDS);
        }

        @Override
        public Optional<String> weakness(DataSource source) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT current_setting('fsync'), current_setting('synchronous_commit')")) {
                row.next();
                return weakness(row.getString(1), row.getString(2));
            } catch (SQLException e) {
                throw new BlogException.Unavailable("The database cannot be opened: " + e.getMessage(), e);
            }
        }
    };

    private static final String IDLE_LIMIT = "SET idle_in_transaction_session_timeout = '20s'";
    private static final String OFF = "off";

    /** What whoever runs the database has wished for beyond that, such as {@code remote_apply}, stays. */
    private static final String COMMIT_ON_DISK = "SELECT set_config('synchronous_commit', 'on', false)"
            + " WHERE current_setting('synchronous_commit') = 'off'";

    private static final String CONNECT_SECONDS = "5";

    /** Longer than anybody waits for a lock, so that a database which is there says so itself. */
    private static final String ANSWER_SECONDS = "9";

    /**
     * @param source gives a connection that is kept for syncing, if the database needs one
     * @param space on the disk of the database, if it is this machine's
     */
    public abstract Durability durability(DataSource source, FreeSpace space);

    /** @param source gives a connection that is kept for hearing the others, once somebody listens */
    public abstract OtherNodes otherNodes(DataSource source);

    /** The isolation in which everything a transaction reads is of one moment, and hinders nobody. */
    public abstract TransactionIsolationLevel atOneMoment();

    /** Runs queries so that rows are fetched while they are read, and do not gather in memory. */
    public abstract <T> T fetchingRowByRow(Consumer<String> statement, Supplier<T> reading);

    /** What a column of plain letters is ordered by, so that the order is the same everywhere. */
    public abstract String byLetters(String column);

    /** Settings of each connection, as properties of its driver. */
    public void tune(BiConsumer<String, Object> properties) {}

    /** How long a connection waits, where somebody waits for it: the statement it begins with, and properties of its driver. */
    public void limit(Consumer<String> firstStatement, BiConsumer<String, Object> properties) {}

    /** Why a commit that has returned may be lost with the power, as whoever runs the database has set; nothing if it may not. */
    public Optional<String> weakness(DataSource source) {
        return Optional.empty();
    }

    static Optional<String> weakness(String fsync, String synchronousCommit) {
        if (fsync.equals(OFF)) {
            return Optional.of("PostgreSQL runs with fsync = off, so a power cut may take the whole database");
        }
        return synchronousCommit.equals(OFF)
                ? Optional.of("PostgreSQL runs with synchronous_commit = off, so a power cut may take what was saved")
                : Optional.empty();
    }

    /** Lets connections be refused where there is no database, as properties of the driver. */
    public void onlyIfThere(BiConsumer<String, Object> properties) {}

    /** @throws IllegalArgumentException if the address is of another kind of database */
    public static Dialect of(String jdbcUrl) {
        if (jdbcUrl.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("Neither an H2 nor a PostgreSQL address: " + jdbcUrl);
    }
}
