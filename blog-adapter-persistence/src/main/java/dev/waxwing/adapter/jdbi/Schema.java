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
    static final int VERSION = 10;

    private static final String HISTORY = "waxwing_schema_history";
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
            change();
        }
    }

    /** @throws BlogException.Unavailable if a newer program has changed the tables already */
    boolean isCurrent() {
        int present = version().orElse(0);
        if (present > VERSION) {
            throw new BlogException.Unavailable(
                    "The database was made by a newer version of the program (schema %d, where this one knows %d); start that one"
                            .formatted(present, VERSION),
                    new IllegalStateException("Schema " + present));
        }
        return present == VERSION;
    }

    boolean exists() {
        return version().isPresent();
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
    private void change() {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(SCRIPTS)
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new BlogException.Unavailable("The tables of the database cannot be made: " + e.getMessage(), e);
        }
    }
}
