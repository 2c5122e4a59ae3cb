package dev.waxwing.adapter.jdbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Drops a table as a migration might, says so, and waits in the middle of it; the test kills it. */
final class KilledMigration {
    private KilledMigration() {}

    public static void main(String[] arguments) {
        H2Database file = new H2Database(Path.of(arguments[0]));
        file.open();
        file.change(Schema.VERSION, () -> dropAndWait(file));
    }

    private static void dropAndWait(H2Database file) {
        try (Connection connection = file.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE redirect");
            statement.execute("CHECKPOINT SYNC");
            System.out.println("halfway");
            System.in.read();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
