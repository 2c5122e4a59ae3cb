package dev.waxwing.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaTest {
    @Test
    void the_version_the_program_knows_is_that_of_its_last_script() throws IOException, URISyntaxException {
        Path scripts = Path.of(Schema.class.getResource("schema").toURI());
        try (Stream<Path> files = Files.list(scripts)) {
            assertThat(files.map(file -> Integer.parseInt(
                                    file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
                            .max(Integer::compare))
                    .contains(Schema.VERSION);
        }
    }

    @Test
    void tables_of_others_in_the_same_database_are_left_alone() throws SQLException {
        JdbcDataSource shared = Databases.emptyH2();
        try (Connection connection = shared.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INTEGER)");
            statement.execute("INSERT INTO customer VALUES (1)");

            try (JdbiPersistence persistence = JdbiPersistence.open(shared, Dialect.H2)) {
                assertThat(persistence.changes().head()).isZero();
            }

            assertThat(statement.executeQuery("SELECT id FROM customer").next()).isTrue();
        }
    }

    @Test
    void looking_at_tables_makes_none() {
        String address = "jdbc:h2:mem:looked-at;DB_CLOSE_DELAY=-1";
        assertThatThrownBy(() -> Tables.at(address, "sa", "")).isInstanceOf(BlogException.Unavailable.class);

        JdbiPersistence.at(address, "sa", "").close();
        assertThat(Tables.at(address, "sa", "")).isEqualTo(new Tables(Schema.VERSION, Schema.VERSION));
        assertThat(new Tables(Schema.VERSION - 1, Schema.VERSION).areOld()).isTrue();
    }

    @Test
    void a_current_schema_is_not_touched() {
        Schema schema = new Schema(Databases.h2InMemory());

        assertThat(schema.isCurrent()).isTrue();
        schema.migrate();
        assertThat(schema.isCurrent()).isTrue();
    }

    @Test
    void an_address_of_another_database_is_refused() {
        assertThatThrownBy(() -> JdbiPersistence.at("jdbc:mysql://localhost/blog", "sa", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_server_that_is_not_there_is_said_in_one_sentence() {
        assertThatThrownBy(() -> JdbiPersistence.at("jdbc:h2:mem:nowhere;IFEXISTS=TRUE", "sa", ""))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageContaining("cannot be opened");
    }
}
