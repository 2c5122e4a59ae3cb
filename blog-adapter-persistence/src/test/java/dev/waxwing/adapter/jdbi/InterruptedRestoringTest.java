package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterruptedRestoringTest {
    private final String database = PostgreSqlServer.emptyDatabase();

    @TempDir
    private Path data;

    @AfterEach
    void drop() {
        PostgreSqlServer.drop(database);
    }

    @Test
    void a_database_into_which_a_restoring_was_killed_is_no_blog_and_takes_another_one() throws Exception {
        kill(database);

        refused();

        restore(database);
        restored();
    }

    @Test
    void so_is_one_of_which_the_tables_were_not_brought_up_to_date() throws SQLException {
        restore(database);
        mark("INSERT INTO waxwing_restoring VALUES (TRUE)");

        refused();

        restore(database);
        restored();
    }

    @Test
    void what_somebody_wrote_into_it_meanwhile_is_kept_and_is_a_blog_again() throws SQLException {
        try (JdbiPersistence blog = JdbiPersistence.at(database, PostgreSqlServer.USER, "")) {
            blog.tags().save(aTag("Kept"));
        }
        mark("SELECT 1");

        assertThatThrownBy(() -> restore(database))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("A blog lives in the database already");

        restored();
    }

    @Test
    void a_blog_that_is_not_overwritten_goes_on() {
        restore(database);

        assertThatThrownBy(() -> restore(database)).isInstanceOf(BlogException.Conflict.class);

        restored();
    }

    @Test
    void a_folder_into_which_a_restoring_was_killed_is_no_blog_and_takes_another_one() throws Exception {
        kill(data.toString());

        assertThatThrownBy(() -> JdbiPersistence.inFolder(data, FreeSpace.PLENTY))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessage(
                        "A restore into '%s' has begun and not ended; wait for it, or run it again if it was interrupted",
                        data);

        restore(data.toString());
        try (JdbiPersistence blog = JdbiPersistence.inFolder(data, FreeSpace.PLENTY)) {
            assertThat(blog.tags().find(new Slug("kept"))).isPresent();
        }
    }

    private static void kill(String place) throws Exception {
        try (ChildProcess restoring = ChildProcess.start(KilledRestoring.class, place)) {
            assertThat(restoring.line()).contains("halfway");
            restoring.kill();
        }
    }

    private static void restore(String place) {
        KilledRestoring.begin(place).take(Schema.VERSION, KilledRestoring::giveRows);
    }

    private void mark(String state) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, PostgreSqlServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE waxwing_restoring (filled BOOLEAN NOT NULL)");
            statement.execute(state);
        }
    }

    private void refused() {
        BlogFolders folders = BlogFolders.in(data);
        String reason =
                "A restore into the database has begun and not ended; wait for it, or run it again if it was interrupted";
        assertThatThrownBy(() -> JdbiPersistence.at(database, PostgreSqlServer.USER, "", folders))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessage(reason);
        assertThatThrownBy(() -> Tables.at(database, PostgreSqlServer.USER, "", folders))
                .isInstanceOf(BlogException.Unavailable.class)
                .hasMessage(reason);
    }

    private void restored() {
        try (JdbiPersistence blog = JdbiPersistence.at(database, PostgreSqlServer.USER, "")) {
            assertThat(blog.tags().find(new Slug("kept"))).isPresent();
            blog.tags().save(aTag("Written today"));
        }
    }
}
