package dev.waxwing.adapter.jdbi.author;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorEvent;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The authors in tables. */
public final class JdbiAuthorRepository implements AuthorRepository {
    private static final String INSERT = """
            INSERT INTO author (id, handle, name, biography, avatar, version)
            VALUES (:id, :handle, :name, :biography, :avatar, :version + 1)
            """;
    private static final String UPDATE = """
            UPDATE author SET handle = :handle, name = :name, biography = :biography, avatar = :avatar, version = version + 1
            WHERE id = :id AND version = :version
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiAuthorRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<Author> find(AuthorId id) {
        return database.read(handle -> {
            List<Profile.Link> links = AuthorRows.linksOf(handle, id);
            return handle.createQuery("SELECT id, handle, name, biography, avatar, version FROM author WHERE id = :id")
                    .bind("id", id.value())
                    .map((row, context) -> Author.restore(state(row, links)))
                    .findOne();
        });
    }

    @Override
    public Optional<Author> find(Slug handle) {
        Optional<AuthorId> id = database.read(open -> open.createQuery("SELECT id FROM author WHERE handle = :handle")
                .bind("handle", handle.value())
                .map((row, context) -> AuthorRows.id(row))
                .findOne());
        return id.flatMap(this::find);
    }

    @Override
    public void save(Author author) {
        List<AuthorEvent> events = author.drainEvents();
        Author.State state = author.state();
        if (events.isEmpty() && state.version() > 0) {
            database.requireVersion("author", state.id().value(), state.version());
            return;
        }
        database.write(handle -> {
            Refusals.whenTaken(
                    "Another author has the handle '%s'".formatted(state.handle()), () -> store(handle, state));
            storeLinks(handle, state);
            changes.append(events);
        });
    }

    private static void store(Handle handle, Author.State state) {
        Profile profile = state.profile();
        int rows = handle.createUpdate(state.version() == 0 ? INSERT : UPDATE)
                .bind("id", state.id().value())
                .bind("handle", state.handle().value())
                .bind("name", profile.name())
                .bind("biography", profile.biography())
                .bind(
                        "avatar",
                        profile.avatar() == null ? null : profile.avatar().value())
                .bind("version", state.version())
                .execute();
        Refusals.requireChanged(rows, "author");
    }

    private static void storeLinks(Handle handle, Author.State state) {
        if (state.version() > 0) {
            handle.createUpdate("DELETE FROM author_link WHERE author_id = :author")
                    .bind("author", state.id().value())
                    .execute();
        }
        if (state.profile().links().isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO author_link (author_id, position, label, address) VALUES (:author, :position, :label, :address)")) {
            int position = 0;
            for (Profile.Link link : state.profile().links()) {
                batch.bind("author", state.id().value())
                        .bind("position", position++)
                        .bind("label", link.label())
                        .bind("address", link.address().value())
                        .add();
            }
            batch.execute();
        }
    }

    private static Author.State state(ResultSet row, List<Profile.Link> links) throws SQLException {
        return new Author.State(
                AuthorRows.id(row),
                new Slug(row.getString("handle")),
                AuthorRows.profile(row, links),
                row.getLong("version"));
    }
}
