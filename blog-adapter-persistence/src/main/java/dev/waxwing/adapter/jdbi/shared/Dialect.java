package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.application.shared.FreeSpace;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Where H2 and PostgreSQL truly differ: one method for each difference. */
public enum Dialect {
    H2 {
        /** H2 returns from a commit before the file is on disk: a power cut would take back what readers have seen. */
        @Override
        public Durability durability(DataSource source, FreeSpace space) {
            return new GroupCommit(new CheckpointSync(source), space);
        }
    },
    POSTGRESQL {
        @Override
        public Durability durability(DataSource source, FreeSpace space) {
            return Durability.BY_COMMIT;
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
