package dev.waxwing.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.domain.shared.Slug;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** PostgreSQL takes back the changes of tables that nobody committed, so a migration is there wholly or not at all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpgradePostgreSqlTest {
    /** The next migration makes a table first, and then fills it from the change feed. */
    private static final int OLDER = 9;

    private static final String WAITING =
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private final String database = PostgreSqlServer.emptyDatabase();
    private final HikariDataSource source =
            JdbiPersistence.connect(JdbiPersistence.pool(2, Dialect.POSTGRESQL, database, PostgreSqlServer.USER, ""));

    @BeforeEach
    void fill() throws SQLException {
        new Schema(source).change(Integer.toString(OLDER));
        try (Connection connection = connected();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO tag (id, slug, name, description, version) VALUES ('%s', 'kept', 'Kept', '', 1)"
                            .formatted(UUID.randomUUID()));
        }
    }

    @AfterEach
    void drop() {
        source.close();
        PostgreSqlServer.drop(database);
    }

    @Test
    void a_program_that_is_killed_in_the_middle_of_a_migration_begins_that_one_again() throws Exception {
        try (ChildProcess upgrade = ChildProcess.start(KilledUpgrade.class, database);
                Connection holder = holding()) {
            awaitWaiting(holder);
            upgrade.kill();
        }
        upgraded();
    }

    @Test
    void so_does_one_whose_connection_ends_in_the_middle_of_a_migration() throws Exception {
        try (ChildProcess upgrade = ChildProcess.start(KilledUpgrade.class, database);
                Connection holder = holding()) {
            int backend = awaitWaiting(holder);
            try (Statement statement = holder.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(%d)".formatted(backend));
            }
            for (Optional<String> line = upgrade.line(); line.isPresent(); line = upgrade.line()) {
                assertThat(line).isNotEqualTo(Optional.of(KilledUpgrade.DONE));
            }
        }
        upgraded();
    }

    /** Whoever holds the change feed stops the migration behind its first statement. */
    private Connection holding() throws SQLException {
        Connection holder = connected();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("LOCK TABLE change_feed IN ACCESS EXCLUSIVE MODE");
        }
        return holder;
    }

    /** Returns the process of PostgreSQL that the migration waits in. */
    private static int awaitWaiting(Connection holder) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            while (true) {
                statement.execute("SELECT pg_stat_clear_snapshot()");
                try (ResultSet row = statement.executeQuery(WAITING)) {
                    if (row.next()) {
                        return row.getInt(1);
                    }
                }
            }
        }
    }

    private void upgraded() throws SQLException {
        assertThat(new Schema(source).present()).isEqualTo(OLDER);
        assertThat(hasMilestones()).isFalse();

        try (JdbiPersistence blog = JdbiPersistence.at(database, PostgreSqlServer.USER, "")) {
            assertThat(blog.tags().find(new Slug("kept"))).isPresent();
        }
        assertThat(new Schema(source).present()).isEqualTo(Schema.VERSION);
        assertThat(hasMilestones()).isTrue();
    }

    private boolean hasMilestones() throws SQLException {
        try (Connection connection = connected();
                ResultSet tables = connection.getMetaData().getTables(null, "public", "post_milestone", null)) {
            return tables.next();
        }
    }

    private Connection connected() throws SQLException {
        return DriverManager.getConnection(database, PostgreSqlServer.USER, "");
    }
}
