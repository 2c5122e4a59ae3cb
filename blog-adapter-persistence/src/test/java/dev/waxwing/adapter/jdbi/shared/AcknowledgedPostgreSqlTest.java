package dev.waxwing.adapter.jdbi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.jdbi.PostgreSqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AcknowledgedPostgreSqlTest {
    private final String address = PostgreSqlServer.freshDatabase();

    @AfterEach
    void drop() {
        PostgreSqlServer.drop(address);
    }

    @ParameterizedTest
    @CsvSource({"off, on", "local, local", "remote_apply, remote_apply"})
    void a_commit_waits_for_the_disk_whatever_the_database_says(String configured, String used) throws SQLException {
        try (Connection first = connect();
                Statement statement = first.createStatement()) {
            statement.execute(
                    "ALTER DATABASE %s SET synchronous_commit = %s".formatted(first.getCatalog(), configured));
        }
        List<String> firstStatements = new ArrayList<>();
        Dialect.POSTGRESQL.limit(firstStatements::add, (property, value) -> {});

        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(shown(statement)).isEqualTo(configured);
            for (String sql : firstStatements) {
                statement.execute(sql);
            }
            assertThat(shown(statement)).isEqualTo(used);
        }
    }

    @Test
    void a_server_that_brings_nothing_to_disk_is_told_of_as_the_one_of_the_tests() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        source.setUser(PostgreSqlServer.USER);

        assertThat(Dialect.POSTGRESQL.weakness(source).orElseThrow()).contains("fsync = off");
    }

    @Test
    void so_is_one_that_does_not_wait_for_it_and_one_that_does_is_sound() {
        assertThat(Dialect.weakness("on", "off").orElseThrow()).contains("synchronous_commit = off");
        assertThat(Dialect.weakness("on", "on")).isEmpty();
        assertThat(Dialect.weakness("on", "remote_apply")).isEmpty();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address, PostgreSqlServer.USER, "");
    }

    private static String shown(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
            row.next();
            return row.getString(1);
        }
    }
}
