package dev.waxwing.adapter.jdbi.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.jdbi.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupTablesTest {

    @Test
    void every_table_is_either_carried_or_left_out() throws SQLException {
        try (Connection connection = Databases.h2InMemory().getConnection()) {
            assertThat(Stream.concat(BackupTables.carried().stream(), BackupTables.LEFT_OUT.stream()))
                    .containsExactlyInAnyOrderElementsOf(TableShape.names(connection).stream()
                            .filter(name -> !name.equals("waxwing_schema_history"))
                            .toList());
        }
    }

    static List<String> carried() {
        return BackupTables.carried();
    }

    @ParameterizedTest
    @MethodSource("carried")
    void rows_are_in_the_order_of_their_key_and_refer_to_earlier_tables(String table) throws SQLException {
        try (Connection connection = Databases.h2InMemory().getConnection()) {
            assertThat(named(
                            connection.getMetaData().getPrimaryKeys(null, "PUBLIC", table.toUpperCase(Locale.ROOT)),
                            "COLUMN_NAME"))
                    .containsExactlyInAnyOrderElementsOf(BackupTables.key(table));
            assertThat(named(
                            connection.getMetaData().getImportedKeys(null, "PUBLIC", table.toUpperCase(Locale.ROOT)),
                            "PKTABLE_NAME"))
                    .allSatisfy(parent -> assertThat(BackupTables.carried()
                                    .subList(0, BackupTables.carried().indexOf(table)))
                            .contains(parent));
        }
    }

    private static List<String> named(ResultSet rows, String column) throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString(column).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
