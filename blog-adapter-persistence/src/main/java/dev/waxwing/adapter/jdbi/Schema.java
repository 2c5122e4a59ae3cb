package dev.waxwing.adapter.jdbi;

import dev.waxwing.domain.shared.BlogException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, brought to the version that this program needs. */
final class Schema {
    /** The highest number among the scripts in {@code schema/}; when the database has it, Flyway is not even loaded. */
    static final int VERSION = 15;

    private static final String HISTORY = "waxwing_schema_history";
    private static final String LATEST = "latest";
    private static final String SCRIPTS = "classpath:dev/waxwing/adapter/jdbi/schema";

    private final DataSource source;

    Schema(DataSource source) {
        this.source = source;
    }

    /**
     * Makes the tables, or brings them up to date.
     *
     * @throws BlogException.Unavailable if a newer program has changed them already, or they cannot be changed
     */
    void migrate() {
        if (!isCurrent()) {
            change(LATEST);
        }
    }

    /**
     * Makes the tables as they were at a version, where there are none.
     *
     * @throws BlogException.Unavailable if this program does not know the version
     * @throws BlogException.Conflict if the tables are there with another version
     */
    void makeAsOf(int version) {
        if (version > VERSION) {
            throw new BlogException.Unavailable(
                    "The backup was made by a newer version of the program (schema %d, where this one knows %d); use that one"
                            .formatted(version, VERSION),
                    new IllegalStateException("Schema " + version));
        }
        OptionalInt present = version();
        if (present.isEmpty()) {
            change(Integer.toString(version));
        } else if (present.getAsInt() != version) {
            throw new BlogException.Conflict(
                    "The database has the tables of schema %d already, where the backup has schema %d; give an empty one"
                            .formatted(present.getAsInt(), version));
        }
    }

    /** @throws BlogException.Unavailable if a newer program has changed the tables already */
    boolean isCurrent() {
        int present = present();
        if (present > VERSION) {
            throw new BlogException.Unavailable(
                    ("The database was made by a newer version of the program (schema %d, where this one knows %d);"
                                    + " start that one")
                            .formatted(present, VERSION),
                    new IllegalStateException("Schema " + present));
        }
        return present == VERSION;
    }

    /** The version the tables have, or 0 if there are none, or the last change of them did not end well. */
    int present() {
        return version().orElse(0);
    }

    /** The version the tables have, or nothing if there are none, or the last change of them did not end well. */
    private OptionalInt version() {
        try (Connection connection = source.getConnection()) {
            return hasHistory(connection) ? version(connection) : OptionalInt.empty();
        } catch (SQLException e) {
            throw new BlogException.Unavailable("The database cannot be opened: " + e.getMessage(), e);
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    private static OptionalInt version(Connection connection) throws SQLException {
        String sql = "SELECT \"version\", \"success\" FROM \"%s\" ORDER BY \"installed_rank\" DESC".formatted(HISTORY);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean("success")
                    ? OptionalInt.of(Integer.parseInt(row.getString("version")))
                    : OptionalInt.empty();
        }
    }

    /** A schema that has tables of others already, as when the blog lives within a larger program, is no obstacle. */
    private void change(String version) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(SCRIPTS)
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .target(version)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new BlogException.Unavailable("The tables of the database cannot be made: " + e.getMessage(), e);
        }
    }
}
