package dev.waxwing.adapter.jdbi.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.jdbi.PostgreSqlServer;
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
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeBlogPostgreSqlTest implements LargeBlogContract {
    private static final Pattern READ = Pattern.compile("(?:actual rows=|Rows Removed by Filter: )(\\d+)");
    private static final CountingSource SOURCE = new CountingSource(fresh());

    private static PGSimpleDataSource fresh() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(PostgreSqlServer.freshDatabase());
        source.setReWriteBatchedInserts(true);
        return source;
    }

    @BeforeAll
    static void write() throws SQLException {
        ManyPosts.write(SOURCE);
        try (Connection connection = SOURCE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    @Override
    public CountingSource source() {
        return SOURCE;
    }

    /**
     * The planner may sort a few rows rather than read them in order; so discouraged, it sorts where no index has the order.
     */
    @Override
    public List<String> plan(String sql, Map<String, Object> values) {
        return new Database(SOURCE, Durability.BY_COMMIT).read(handle -> {
            handle.execute("SET enable_sort = off");
            handle.execute("SET enable_incremental_sort = off");
            return handle.createQuery("EXPLAIN " + sql)
                    .bindMap(values)
                    .mapTo(String.class)
                    .list();
        });
    }

    /** What was filtered out counts as read. */
    @Override
    public int rowsRead(String sql, Map<String, Object> values) {
        return plan("(ANALYZE, TIMING OFF) " + sql, values).stream()
                .flatMap(line -> READ.matcher(line).results())
                .mapToInt(read -> Integer.parseInt(read.group(1)))
                .sum();
    }

    @Override
    public void assertReadInOrder(List<String> plan) {
        assertThat(plan).anyMatch(line -> line.contains("Index")).noneMatch(line -> line.contains("Sort"));
    }

    /** The few tags and authors of this blog are read faster without an index, and so are five of very many under a tag. */
    @Override
    public void assertFoundByIndex(List<String> plan) {
        assertThat(plan).noneMatch(line -> line.matches(".*Seq Scan on (post|post_revision|listing)\\b.*"));
    }
}
