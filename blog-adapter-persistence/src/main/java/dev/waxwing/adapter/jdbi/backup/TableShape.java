package dev.waxwing.adapter.jdbi.backup;

import dev.waxwing.application.backup.Row;
import dev.waxwing.domain.shared.BlogException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A table as the database describes it.
 *
 * @param columns in their order, each with its type
 * @param numbered the column that the database fills with numbers, if there is one
 */
record TableShape(String name, Map<String, Column> columns, Optional<String> numbered) {

    /** @param type as in {@link java.sql.Types} */
    record Column(String javaClass, int type) {}

    /** The tables of the schema that the connection uses. */
    static List<String> names(Connection connection) {
        List<String> names = new ArrayList<>();
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (SQLException e) {
            throw new BlogException.Unavailable("The database does not tell its tables", e);
        }
    }

    static TableShape of(String name, Connection connection) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM %s WHERE 1 = 0".formatted(name))) {
            ResultSetMetaData described = statement.getMetaData();
            Map<String, Column> columns = new LinkedHashMap<>();
            Optional<String> numbered = Optional.empty();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                String column = described.getColumnName(i).toLowerCase(Locale.ROOT);
                columns.put(column, new Column(described.getColumnClassName(i), described.getColumnType(i)));
                if (described.isAutoIncrement(i)) {
                    numbered = Optional.of(column);
                }
            }
            return new TableShape(name, columns, numbered);
        } catch (SQLException e) {
            throw new BlogException.Unavailable("The database does not tell the columns of " + name, e);
        }
    }

    String insert() {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        name,
                        String.join(", ", columns.keySet()),
                        columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")));
    }

    /** @throws BlogException.Invalid if the row has a column that the table has not */
    void requireColumns(Row row) {
        for (String column : row.cells().keySet()) {
            if (!columns.containsKey(column)) {
                throw new BlogException.Invalid(
                        "backup", "There is no column '%s' in the table '%s'".formatted(column, name));
            }
        }
    }

    /** @throws BlogException.Invalid if a value does not fit its column */
    void bind(Row row, PreparedBatch batch) {
        int position = 0;
        for (Map.Entry<String, Column> column : columns.entrySet()) {
            Object value = row.cells().get(column.getKey());
            if (value == null) {
                batch.bindNull(position, column.getValue().type());
            } else {
                batch.bind(position, typed(value, column.getKey(), column.getValue()));
            }
            position++;
        }
        batch.add();
    }

    private Object typed(Object value, String column, Column shape) {
        try {
            return switch (shape.javaClass()) {
                case "java.util.UUID" -> UUID.fromString((String) value);
                case "java.time.OffsetDateTime", "java.sql.Timestamp" -> Instant.parse((String) value);
                case "java.lang.Integer" -> Math.toIntExact((Long) value);
                case "java.lang.Long" -> (Long) value;
                case "java.lang.Boolean" -> (Boolean) value;
                default -> (String) value;
            };
        } catch (ClassCastException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new BlogException.Invalid(
                    "backup", "'%s' is no value for the column '%s' of the table '%s'".formatted(value, column, name));
        }
    }
}
