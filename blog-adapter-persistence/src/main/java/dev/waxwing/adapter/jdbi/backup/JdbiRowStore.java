package dev.waxwing.adapter.jdbi.backup;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.application.backup.Row;
import dev.waxwing.application.backup.RowSource;
import dev.waxwing.application.backup.RowStore;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rows of all tables, read in one transaction and never more than a few at once. */
public final class JdbiRowStore implements RowStore {
    private static final int ROWS_AT_ONCE = 50;

    private final Database database;
    private final Dialect dialect;
    private final int schema;

    public JdbiRowStore(Database database, Dialect dialect, int schema) {
        this.database = database;
        this.dialect = dialect;
        this.schema = schema;
    }

    @Override
    public int schema() {
        return schema;
    }

    @Override
    public List<String> tables() {
        return BackupTables.carried();
    }

    @Override
    public <T> T atOneMoment(Supplier<T> work) {
        return database.atOneMoment(dialect, work);
    }

    @Override
    public RowSource rows(String table) {
        String order = BackupTables.key(table).stream()
                .map(column -> BackupTables.isOfLetters(column) ? dialect.byLetters(column) : column)
                .collect(Collectors.joining(", "));
        return reader -> database.read(handle -> {
            handle.createQuery("SELECT * FROM <table> ORDER BY <order>")
                    .define("table", table)
                    .define("order", order)
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((row, context) -> row(row))
                    .useStream(rows -> rows.forEach(reader));
            return table;
        });
    }

    @Override
    public List<PostId> posts() {
        return database.read(handle -> handle.createQuery("SELECT id FROM post ORDER BY id")
                .mapTo(UUID.class)
                .map(PostId::new)
                .list());
    }

    @Override
    public List<MediaAddress> media() {
        return database.read(handle -> handle.createQuery("SELECT address FROM media ORDER BY address")
                .mapTo(String.class)
                .map(MediaAddress::new)
                .list());
    }

    private static Row row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value != null) {
                cells.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), plain(value, row, i));
            }
        }
        return new Row(cells);
    }

    /** PostgreSQL gives instants as timestamps, which would pass through the local time of the machine. */
    private static Object plain(Object value, ResultSet row, int column) throws SQLException {
        if (value instanceof String || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof UUID id) {
            return id.toString();
        }
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }
}
