package dev.waxwing.adapter.jdbi;

import dev.waxwing.adapter.jdbi.backup.RowLoader;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Durability;
import dev.waxwing.domain.shared.BlogException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, brought to the version that this program needs. */
final class Schema {
    /** The highest number among the scripts in {@code schema/}; when the database has it, Flyway is not even loaded. */
    static final int VERSION = 15;

    private static final String HISTORY = "waxwing_schema_history";

    /** There from the beginning of a restoring to its end, and before all others; has a row when theirs are there for good. */
    private static final String RESTORING = "waxwing_restoring";

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
     * Makes the tables as they were at a version, where there are none, for whoever fills them; nobody else may use them from
     * here on. What an earlier restoring has left that was interrupted is removed before.
     *
     * @throws BlogException.Unavailable if this program does not know the version
     * @throws BlogException.Conflict if a blog lives there, or the tables are there with another version
     */
    void beginRestoring(int version) {
        requireKnown(version);
        Database database = new Database(source, Durability.BY_COMMIT);
        if (isBeingRestored()) {
            clear(database);
        }
        OptionalInt present = ask(Schema::versionOf);
        if (present.isPresent() && present.getAsInt() != version) {
            throw new BlogException.Conflict(
                    "The database has the tables of schema %d already, where the backup has schema %d; give an empty one"
                            .formatted(present.getAsInt(), version));
        }
        if (present.isPresent()) {
            RowLoader.requireNoBlog(database);
        }
        run("CREATE TABLE %s (filled BOOLEAN NOT NULL)".formatted(RESTORING));
        if (present.isEmpty()) {
            change(Integer.toString(version));
        }
    }

    /** To be called in the transaction that fills the tables. */
    static void noteFilled(Database database) {
        database.write(handle -> handle.execute("INSERT INTO %s VALUES (TRUE)".formatted(RESTORING)));
    }

    /** Brings the tables up to date that were filled; they are a blog's from here on. */
    void endRestoring() {
        change(LATEST);
        run("DROP TABLE " + RESTORING);
    }

    private boolean isBeingRestored() {
        return ask(connection -> hasTable(RESTORING, connection));
    }

    /** What somebody has written meanwhile who had the blog open already was not restored, and stays. */
    private void clear(Database database) {
        boolean mayHaveRows = ask(connection -> has("SELECT filled FROM " + RESTORING, connection));
        boolean hasTables = ask(Schema::versionOf).orElse(0) > 0;
        if (hasTables && !mayHaveRows) {
            try {
                RowLoader.requireNoBlog(database);
            } catch (BlogException.Conflict e) {
                run("DROP TABLE " + RESTORING);
                throw e;
            }
        }
        RowLoader.removeTables(database);
        run("DROP TABLE IF EXISTS \"%s\"".formatted(HISTORY));
        run("DROP TABLE " + RESTORING);
    }

    private static void requireKnown(int version) {
        if (version > VERSION) {
            throw new BlogException.Unavailable(
                    "The backup was made by a newer version of the program (schema %d, where this one knows %d); use that one"
                            .formatted(version, VERSION),
                    new IllegalStateException("Schema " + version));
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

    /**
     * The version the tables have, or 0 if there are none, or the last change of them did not end well.
     *
     * @throws BlogException.Unavailable if a restoring has begun and not ended
     */
    int present() {
        if (isBeingRestored()) {
            throw BlogFolders.beingRestored("the database");
        }
        return ask(Schema::versionOf).orElse(0);
    }

    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = source.getConnection()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw new BlogException.Unavailable("The database cannot be opened: " + e.getMessage(), e);
        }
    }

    private void run(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw cannotBeMade(e);
        }
    }

    /** PostgreSQL knows names in small letters, and H2 in capitals, unless they were given in quotation marks. */
    private static boolean hasTable(String name, Connection connection) throws SQLException {
        for (String written : List.of(name, name.toUpperCase(Locale.ROOT))) {
            try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), written, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean has(String question, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** The version the tables have, or nothing if there are none, or the last change of them did not end well. */
    private static OptionalInt versionOf(Connection connection) throws SQLException {
        if (!hasTable(HISTORY, connection)) {
            return OptionalInt.empty();
        }
        String sql = "SELECT \"version\", \"success\" FROM \"%s\" ORDER BY \"installed_rank\" DESC".formatted(HISTORY);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean("success")
                    ? OptionalInt.of(Integer.parseInt(row.getString("version")))
                    : OptionalInt.empty();
        }
    }

    /** A schema that has tables of others already, as when the blog lives within a larger program, is no obstacle. */
    void change(String version) {
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
            throw cannotBeMade(e);
        }
    }

    private static BlogException.Unavailable cannotBeMade(Exception cause) {
        return new BlogException.Unavailable("The tables of the database cannot be made: " + cause.getMessage(), cause);
    }
}
