package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.application.shared.FreeSpace;
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
    },
    POSTGRESQL {
        @Override
        public Durability durability(DataSource source, FreeSpace space) {
            return Durability.BY_COMMIT;
        }

        @Override
        public TransactionIsolationLevel atOneMoment() {
            return TransactionIsolationLevel.REPEATABLE_READ;
        }

        @Override
        public <T> T fetchingRowByRow(Consumer<String> statement, Supplier<T> reading) {
            return reading.get();
        }

        /** By default PostgreSQL sorts texts as a language does that was chosen when the database was made. */
        @Override
        public String byLetters(String column) {
            return column + " COLLATE \"C\"";
        }

        /** A node that stops while it holds a lock must not stop the others for ever. */
        @Override
        public void tune(Consumer<String> firstStatement, BiConsumer<String, Object> properties) {
            firstStatement.accept("SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'");
            properties.accept("reWriteBatchedInserts", "true");
            properties.accept("ApplicationName", "waxwing");
        }
    };

    /**
     * @param source gives a connection that is kept for syncing, if the database needs one
     * @param space on the disk of the database, if it is this machine's
     */
    public abstract Durability durability(DataSource source, FreeSpace space);

    /** The isolation in which everything a transaction reads is of one moment, and hinders nobody. */
    public abstract TransactionIsolationLevel atOneMoment();

    /** Runs queries so that rows are fetched while they are read, and do not gather in memory. */
    public abstract <T> T fetchingRowByRow(Consumer<String> statement, Supplier<T> reading);

    /** What a column of plain letters is ordered by, so that the order is the same everywhere. */
    public abstract String byLetters(String column);

    /** Settings of each connection: the statement it begins with, and the properties of its driver. */
    public void tune(Consumer<String> firstStatement, BiConsumer<String, Object> properties) {}

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
