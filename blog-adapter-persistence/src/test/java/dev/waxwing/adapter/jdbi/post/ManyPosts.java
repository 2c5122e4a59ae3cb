package dev.waxwing.adapter.jdbi.post;

import static java.util.Objects.requireNonNull;

import dev.waxwing.adapter.jdbi.JdbiPersistence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A large blog, written straight into the tables. */
final class ManyPosts {
    static final int COUNT = 10_000;
    static final OffsetDateTime FIRST = OffsetDateTime.parse("2010-01-01T00:00:00Z");
    static final List<UUID> TAGS = ids(1, 5);
    static final List<UUID> AUTHORS = ids(2, 3);
    private static final long SEED = 42;
    private static final String BLOCKS = script("V012__listing_blocks.sql");

    private ManyPosts() {}

    static UUID post(int number) {
        return new UUID(0x7003L << 48, number);
    }

    static OffsetDateTime dateOf(int number) {
        return FIRST.plusHours(number);
    }

    static void write(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            people(connection);
            posts(connection);
            keptBesides(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    private static void people(Connection connection) throws SQLException {
        for (UUID tag : TAGS) {
            run(
                    connection,
                    "INSERT INTO tag (id, name, slug, description, version) VALUES (?, ?, ?, '', 1)",
                    tag,
                    "Tag",
                    "tag-" + tag);
        }
        for (UUID author : AUTHORS) {
            run(
                    connection,
                    "INSERT INTO author (id, handle, name, biography, version) VALUES (?, ?, 'A', '', 1)",
                    author,
                    "author-" + author);
        }
    }

    private static void posts(Connection connection) throws SQLException {
        Random chance = new Random(SEED);
        try (PreparedStatement post = connection.prepareStatement("""
                        INSERT INTO post (id, kind, slug, status, published_at, revision, revised_at, revisions, text_version,
                            edited_at, newest_title, title, excerpt, language, words, translations, version)
                        VALUES (?, ?, ?, 'PUBLISHED', ?, 1, ?, 1, 1, ?, 'Title', 'Title', ?, 'en', 500, ?, 1)
                        """);
                PreparedStatement revision = connection.prepareStatement("""
                        INSERT INTO post_revision (post_id, number, title, excerpt, language, markdown, html, contents, plain, words, written_at)
                        VALUES (?, 1, 'Title', '', 'en', ?, ?, '', ?, 500, ?)
                        """);
                PreparedStatement tag = connection.prepareStatement(
                        "INSERT INTO post_tag (post_id, position, tag_id) VALUES (?, 0, ?)");
                PreparedStatement author = connection.prepareStatement(
                        "INSERT INTO post_author (post_id, position, author_id) VALUES (?, 0, ?)");
                PreparedStatement listing = connection.prepareStatement(
                        "INSERT INTO listing (scope, published_at, post_id) VALUES (?, ?, ?)")) {
            for (int number = 0; number < COUNT; number++) {
                UUID id = post(number);
                OffsetDateTime date = dateOf(number);
                boolean page = number % 10 == 0;
                UUID under = TAGS.get(chance.nextInt(TAGS.size()));
                UUID by = AUTHORS.get(chance.nextInt(AUTHORS.size()));
                add(post, id, page ? "PAGE" : "ARTICLE", "post-" + number, date, date, date, "x".repeat(300), id);
                add(revision, id, "m".repeat(200), "h".repeat(300), "p".repeat(200), date);
                add(tag, id, under);
                add(author, id, by);
                for (UUID scope : page ? List.of(Listings.PAGES) : List.of(Listings.ARTICLES, under, by)) {
                    add(listing, scope, date, id);
                }
            }
            for (PreparedStatement statement : List.of(post, revision, tag, author, listing)) {
                statement.executeBatch();
            }
        }
    }

    /** What the program keeps beside the lists, written as the migration does that began it. */
    private static void keptBesides(Connection connection) throws SQLException {
        run(connection, "INSERT INTO tally (scope, posts) SELECT scope, COUNT(*) FROM listing GROUP BY scope");
        run(connection, BLOCKS.substring(BLOCKS.indexOf("INSERT"), BLOCKS.lastIndexOf(';')));
    }

    private static String script(String name) {
        try (InputStream script = JdbiPersistence.class.getResourceAsStream("schema/" + name)) {
            return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            add(statement, values);
            statement.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static List<UUID> ids(long kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new UUID(0x7000L + kind << 48, n))
                .toList();
    }
}
