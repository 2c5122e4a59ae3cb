package dev.waxwing.adapter.jdbi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL for all tests of this run, with a copy of a template for each test: a second start would cost seconds. */
public final class PostgreSqlServer {
    public static final String USER = "postgres";
    private static final String TEMPLATE = "waxwing_template";
    private static @Nullable EmbeddedPostgres server;

    private PostgreSqlServer() {}

    /** The address of a fresh database that has the tables already. */
    public static String freshDatabase() {
        start();
        return copyOf(TEMPLATE);
    }

    /** The address of a fresh database that has nothing. */
    public static String emptyDatabase() {
        start();
        return copyOf("template1");
    }

    public static void drop(String address) {
        String name = address.substring(address.lastIndexOf('/') + 1, address.indexOf('?'));
        run("DROP DATABASE %s WITH (FORCE)".formatted(name));
    }

    private static String copyOf(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        run("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(name, template));
        return addressOf(name);
    }

    private static String addressOf(String database) {
        return started().getJdbcUrl(USER, database);
    }

    private static synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("CREATE DATABASE " + TEMPLATE);
        JdbiPersistence.at(addressOf(TEMPLATE), USER, "").close();
    }

    private static EmbeddedPostgres started() {
        if (server == null) {
            throw new IllegalStateException("Not started");
        }
        return server;
    }

    private static void run(String sql) {
        try (Connection connection = started().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
