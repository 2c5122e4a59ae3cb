package dev.waxwing.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.jdbi.UnsyncedDisk.Leaves;
import dev.waxwing.adapter.jdbi.UnsyncedDisk.Power;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.adapter.jdbi.shared.Durability;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cuts the power at a random write, again and again; {@code -Dwaxwing.cuts=1000} makes it long. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PowerCutTest {
    private static final long SEED = Long.getLong("waxwing.seed", 7);
    private static final int CUTS = Integer.getInteger("waxwing.cuts", 20);
    private static final int MOST_WRITES = 400;

    @TempDir
    private Path folder;

    private final Random chance = new Random(SEED);

    @BeforeAll
    static void putTheDiskIn() {
        UnsyncedDisk.register();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_is_there_after_the_power_was_cut_and_nothing_is_there_by_halves(Leaves leaves)
            throws IOException, SQLException {
        H2Database made = new H2Database(folder);
        makeTables(made);
        made.close();
        long acknowledged = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            Power power = UnsyncedDisk.powerFor(1 + chance.nextInt(MOST_WRITES), folder);
            acknowledged = writeUntilTheCut(acknowledged);
            power.leave(leaves, chance);
            long found = requireWhole(cut);
            assertThat(found).as("cut %d, seed %d", cut, SEED).isGreaterThanOrEqualTo(acknowledged);
            acknowledged = found;
        }
        System.out.printf("power cuts: %d, %s, acknowledged: %d, seed %d%n", CUTS, leaves, acknowledged, SEED);
        assertThat(acknowledged).isPositive();
    }

    @Test
    void a_database_that_was_just_made_is_there_too() throws IOException, SQLException {
        Power power = UnsyncedDisk.powerFor(1_000, folder);
        H2Database file = new H2Database(folder, UnsyncedDisk.SCHEME);
        makeTables(file);
        Durability durability = Dialect.H2.durability(file.source(), FreeSpace.PLENTY);
        durability.awaitDurable();
        power.cut();
        durability.close();
        file.close();
        power.leave(Leaves.NONE, chance);

        assertThat(folder.resolve("blog.mv.db")).isEmptyFile();
        assertThat(requireWhole(0)).isZero();
    }

    private static void makeTables(H2Database file) throws SQLException {
        file.open();
        try (Connection connection = file.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE head (seq BIGINT PRIMARY KEY)");
            statement.execute("INSERT INTO head VALUES (0)");
            statement.execute("CREATE TABLE post (id BIGINT PRIMARY KEY, markdown VARCHAR)");
            statement.execute("CREATE TABLE act (seq BIGINT PRIMARY KEY, what VARCHAR)");
            statement.execute("CREATE INDEX act_what ON act (what, seq)");
        }
    }

    /** The last that was acknowledged. */
    private long writeUntilTheCut(long last) {
        H2Database file = new H2Database(folder, UnsyncedDisk.SCHEME);
        long acknowledged = last;
        try {
            file.open();
            Durability durability = Dialect.H2.durability(file.source(), FreeSpace.PLENTY);
            try (Connection connection = file.source().getConnection()) {
                connection.setAutoCommit(false);
                for (long next = last + 1; ; next++) {
                    durability.takeTurn();
                    try {
                        write(connection, next);
                    } finally {
                        durability.endTurn();
                    }
                    durability.awaitDurable();
                    acknowledged = next;
                }
            } finally {
                durability.close();
                file.close();
            }
        } catch (SQLException | BlogException.Unavailable cut) {
            return acknowledged;
        }
    }

    private void write(Connection connection, long number) throws SQLException {
        execute(connection, "UPDATE head SET seq = ?", number);
        execute(connection, "MERGE INTO post (id, markdown) VALUES (?, ?)", number % 20, text(number));
        execute(connection, "INSERT INTO act (seq, what) VALUES (?, ?)", number, "act " + number % 3);
        connection.commit();
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                statement.setObject(n + 1, values[n]);
            }
            statement.executeUpdate();
        }
    }

    private static String text(long number) {
        StringBuilder text = new StringBuilder();
        Random words = new Random(number);
        while (text.length() < 3_000) {
            text.append(Long.toString(words.nextLong(), 36)).append(' ');
        }
        return text + "/" + number;
    }

    /** The last write that is found, after it was found whole. */
    private long requireWhole(int cut) throws SQLException {
        H2Database file = new H2Database(folder);
        file.open();
        try (Connection connection = file.source().getConnection()) {
            long head = number(connection, "SELECT seq FROM head");
            String where = "cut %d, seed %d".formatted(cut, SEED);
            assertThat(number(connection, "SELECT COUNT(*) FROM act")).as(where).isEqualTo(head);
            assertThat(number(connection, "SELECT COUNT(*) FROM act WHERE what >= 'act'"))
                    .as(where)
                    .isEqualTo(head);
            for (long number = Math.max(1, head - 19); number <= head; number++) {
                assertThat(text(connection, number % 20)).as(where).isEqualTo(text(number));
            }
            return head;
        } finally {
            file.close();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String text(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT markdown FROM post WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
