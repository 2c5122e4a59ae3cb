package dev.waxwing.adapter.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.domain.shared.BlogException;

/**
 * Which tables a database has, for whoever must neither make nor change any.
 *
 * @param present the version they have, or 0 if there are none, or the last change of them did not end well
 * @param needed the version that this program needs
 */
public record Tables(int present, int needed) {
    private Tables(int present) {
        this(present, Schema.VERSION);
    }

    /**
     * Looks into the embedded database of a data folder.
     *
     * @throws BlogException.Unavailable if another process has it open, it is damaged, or it is missing beside what only
     *     a blog leaves there
     */
    public static Tables inFolder(BlogFolders folders) {
        H2Database file = new H2Database(folders);
        if (!file.isSettled()) {
            return new Tables(0);
        }
        file.open();
        try {
            return new Tables(new Schema(file.source()).present());
        } finally {
            file.close();
        }
    }

    /**
     * Looks into a database by its JDBC address.
     *
     * @throws IllegalArgumentException if the address is neither of H2 nor of PostgreSQL
     * @throws BlogException.Unavailable if there is none, it does not answer, or it has no tables and a blog has been in the
     *     folders
     */
    public static Tables at(String jdbcUrl, String user, String password, BlogFolders folders) {
        Dialect dialect = Dialect.of(jdbcUrl);
        HikariConfig pool = JdbiPersistence.pool(1, dialect, jdbcUrl, user, password);
        dialect.onlyIfThere(pool::addDataSourceProperty);
        try (HikariDataSource connections = JdbiPersistence.connect(pool)) {
            Tables tables = new Tables(new Schema(connections).present());
            if (tables.present() == 0) {
                requireNewFor(folders);
            }
            return tables;
        }
    }

    /** Its address is not named: there may be a password in it. */
    static void requireNewFor(BlogFolders folders) {
        folders.requireNew("The database of jdbc-url has no blog");
    }

    /** Whether this program would change them before it uses them. */
    public boolean areOld() {
        return present < needed;
    }
}
