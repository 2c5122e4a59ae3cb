package dev.waxwing.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void looking_at_tables_makes_none(@TempDir Path data) {
        BlogFolders folders = BlogFolders.in(data);
        String address = "jdbc:h2:mem:looked-at;DB_CLOSE_DELAY=-1";
        assertThatThrownBy(() -> Tables.at(address, "sa", "", folders)).isInstanceOf(BlogException.Unavailable.class);

        JdbiPersistence.at(address, "sa", "").close();
        assertThat(Tables.at(address, "sa", "", folders)).isEqualTo(new Tables(Schema.VERSION, Schema.VERSION));
        assertThat(new Tables(Schema.VERSION - 1, Schema.VERSION).areOld()).isTrue();
    }

    @Test
    void what_was_in_review_before_changes_could_be_is_found_there() throws SQLException {
        JdbcDataSource source = Databases.emptyH2();
        new Schema(source).change("13");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String status : List.of("DRAFT", "IN_REVIEW")) {
                statement.execute("""
                        INSERT INTO post (id, kind, slug, status, revision, revised_at, revisions, text_version, edited_at,
                            newest_title, title, excerpt, language, words, version)
                        VALUES (RANDOM_UUID(), 'ARTICLE', LOWER(REPLACE('%1$s', '_', '-')), '%1$s', 1, NOW(), 1, 1, NOW(), '%1$s', '%1$s', '',
                            'en', 1, 1)
                        """.formatted(status));
            }
        }

        try (JdbiPersistence persistence = JdbiPersistence.open(source, Dialect.H2)) {
            assertThat(persistence.deskQueries().entries(DeskFilter.of(Post.Status.IN_REVIEW), 9))
                    .extracting(DeskEntry::title)
                    .containsExactly("IN_REVIEW");
        }
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
