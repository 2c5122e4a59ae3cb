package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.WebServer;
import dev.waxwing.adapter.web.WebSettings;
import dev.waxwing.adapter.web.shared.Watcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page asks the database when it is made anew; the statements are counted by the database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementsOfAPageTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path data;

    private static House house;
    private static WebServer server;
    private static Connection observer;

    /** Without the work in the background, which asks questions of its own. */
    @BeforeAll
    static void open() throws SQLException {
        BlogConfig config = BlogConfig.of(data, Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of()));
        house = House.open(config);
        DemoContent.fill(house);
        server = WebServer.start(
                WebSettings.at("127.0.0.1", 0),
                house.readingSite(() -> config.site(1), List::of, Watcher.NOBODY),
                house.writingSite(() -> config.site(1)));
        observer = DriverManager.getConnection(
                "jdbc:h2:journaled:async:%s/blog".formatted(data.toAbsolutePath()), "sa", "");
        run("SET QUERY_STATISTICS_MAX_ENTRIES 1000");
        run("SET QUERY_STATISTICS TRUE");
    }

    @AfterAll
    static void close() throws SQLException {
        observer.close();
        server.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 4",
        "/page/2, 4",
        "/reading-explain, 12",
        "/tags/databases, 5",
        "/authors/robin-hale, 6",
        "/archive, 4",
        "/tags, 1",
        "/feed.atom, 4"
    })
    void a_page_asks_no_more_than_it_needs(String path, int statements) throws Exception {
        visit(path);
        visit(path);
        long before = executed();

        visit(path);

        assertThat(executed() - before).isEqualTo(statements);
    }

    /** As somebody who is signed in, or says so: for them every page is made anew. */
    private static void visit(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
                .header("Cookie", "waxwing-session=somebody")
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    private static long executed() throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT SUM(execution_count) FROM information_schema.query_statistics
                        WHERE sql_statement LIKE '%FROM%' AND sql_statement NOT LIKE '%query_statistics%'
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = observer.createStatement()) {
            statement.execute(sql);
        }
    }
}
