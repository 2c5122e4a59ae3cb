package dev.waxwing.adapter.jdbi.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.jdbi.Databases;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeBlogH2Test implements LargeBlogContract {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final CountingSource SOURCE = new CountingSource(Databases.h2InFile());

    /** How tables are read hangs on what the database has found out about them, and on the order in which it has opened their indexes. */
    @BeforeAll
    static void write() throws SQLException {
        ManyPosts.write(SOURCE);
        try (Connection connection = SOURCE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
            statement.execute("SHUTDOWN");
        }
    }

    @Override
    public CountingSource source() {
        return SOURCE;
    }

    @Override
    public List<String> plan(String sql, Map<String, Object> values) {
        return new Database(SOURCE, Durability.BY_COMMIT)
                .read(handle -> handle.createQuery("EXPLAIN " + sql)
                        .bindMap(values)
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public int rowsRead(String sql, Map<String, Object> values) {
        String plan = String.join("", plan("ANALYZE " + sql, values));
        return SCANNED.matcher(plan)
                .results()
                .mapToInt(scanned -> Integer.parseInt(scanned.group(1)))
                .sum();
    }

    @Override
    public void assertReadInOrder(List<String> plan) {
        assertFoundByIndex(plan);
        assertThat(plan).singleElement().asString().endsWith("/* index sorted */");
    }

    @Override
    public void assertFoundByIndex(List<String> plan) {
        assertThat(plan)
                .singleElement()
                .asString()
                .containsPattern("/\\* PUBLIC\\.\\w+: ")
                .doesNotContain("tableScan");
    }
}
