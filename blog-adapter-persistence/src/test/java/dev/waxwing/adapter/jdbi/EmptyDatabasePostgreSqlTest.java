package dev.waxwing.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmptyDatabasePostgreSqlTest {
    private final String empty = PostgreSqlServer.emptyDatabase();

    @TempDir
    private Path data;

    @TempDir
    private Path media;

    private BlogFolders folders;

    @BeforeEach
    void name() {
        folders = new BlogFolders(data, media);
    }

    @AfterEach
    void drop() {
        PostgreSqlServer.drop(empty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search/segments_1", "backups/blog-20260301T120000Z.zip", "most-read.txt"})
    void what_a_blog_has_left_keeps_tables_from_being_made_in_an_empty_database(String left) throws IOException {
        leave(data.resolve(left));

        refused(empty);
        refused(empty);
    }

    @Test
    void so_do_media_wherever_they_lie() throws IOException {
        leave(media.resolve("0f/0f1e.png"));

        refused(empty);
    }

    @Test
    void a_folder_with_its_configuration_alone_is_a_new_blogs() throws IOException {
        leave(data.resolve("waxwing.properties"));
        leave(media.resolve(".incoming/half"));

        try (JdbiPersistence blog = JdbiPersistence.at(empty, PostgreSqlServer.USER, "", folders)) {
            assertThat(blog.changes().head()).isZero();
        }
    }

    @Test
    void a_node_joins_a_database_that_has_the_blog_with_any_folder() throws IOException {
        String there = PostgreSqlServer.freshDatabase();
        leave(data.resolve("search/segments_1"));
        leave(media.resolve("0f/0f1e.png"));

        try (JdbiPersistence blog = JdbiPersistence.at(there, PostgreSqlServer.USER, "", folders)) {
            assertThat(blog.changes().head()).isZero();
        } finally {
            PostgreSqlServer.drop(there);
        }
    }

    private void refused(String address) {
        assertThatThrownBy(() -> JdbiPersistence.at(address, PostgreSqlServer.USER, "", folders))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessageStartingWith("The database of jdbc-url has no blog, though a blog has left '")
                .hasMessageEndingWith("; restore a backup, or move that away to begin anew");
        assertThatThrownBy(() -> Tables.at(address, PostgreSqlServer.USER, "", folders))
                .isInstanceOf(BlogException.Unavailable.class);
    }

    private static void leave(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "left");
    }
}
