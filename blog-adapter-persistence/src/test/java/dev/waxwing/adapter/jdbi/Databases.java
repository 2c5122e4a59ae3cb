package dev.waxwing.adapter.jdbi;

import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.application.contract.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** Fresh, empty storages for tests. */
public final class Databases {
    private static @Nullable String schema;

    private Databases() {}

    /** An empty database in memory, which has the tables already: most tests are not about migration. */
    public static JdbcDataSource h2InMemory() {
        JdbcDataSource database = emptyH2();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    /** A database with the tables as the migrations leave them, in a file that is in memory: it can be shut down and opened again. */
    public static JdbcDataSource h2InFile() {
        JdbcDataSource database = h2("nioMemFS:");
        new Schema(database).migrate();
        return database;
    }

    public static JdbiPersistence openH2InMemory() {
        return JdbiPersistence.open(h2InMemory(), Dialect.H2);
    }

    static JdbcDataSource emptyH2() {
        return h2("mem:");
    }

    private static JdbcDataSource h2(String place) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:%s%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000".formatted(place, UUID.randomUUID()));
        database.setUser("sa");
        database.setPassword("");
        return database;
    }

    public static Storage storage(JdbiPersistence persistence) {
        return new Storage(
                persistence.unitOfWork(),
                persistence.changes(),
                persistence.posts(),
                persistence.postQueries(),
                persistence.deskQueries(),
                persistence.previews(),
                persistence.authors(),
                persistence.authorQueries(),
                persistence.tags(),
                persistence.tagQueries(),
                persistence.redirects(),
                persistence.redirectQueries(),
                persistence.media(),
                persistence.mediaQueries(),
                persistence.accounts(),
                persistence.accountQueries(),
                persistence.sessions(),
                persistence.signIns(),
                persistence.links(),
                persistence.setUp(),
                persistence.auditTrail(),
                persistence.auditQueries(),
                persistence.tokens(),
                persistence.tokenQueries(),
                persistence.creations(),
                persistence.allowances(),
                persistence.settings(),
                persistence.duties(),
                persistence.importLedger());
    }

    private static synchronized String schema() throws SQLException {
        if (schema == null) {
            JdbcDataSource template = emptyH2();
            new Schema(template).migrate();
            StringBuilder script = new StringBuilder();
            try (Connection connection = template.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet lines = statement.executeQuery("SCRIPT NOPASSWORDS NOSETTINGS")) {
                while (lines.next()) {
                    if (!lines.getString(1).startsWith("CREATE USER")) {
                        script.append(lines.getString(1)).append('\n');
                    }
                }
                statement.execute("SHUTDOWN");
            }
            schema = script.toString();
        }
        return schema;
    }
}
