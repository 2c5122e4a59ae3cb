package dev.waxwing.adapter.jdbi.library;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.library.MediaUse;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.library.MediaEvent;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The library in a table, with the words that it is searched by. */
public final class JdbiMediaRepository implements MediaRepository {
    private static final String INSERT = """
            INSERT INTO media (address, name, alt, words, bytes, added_by, added_at, version)
            VALUES (:address, :name, :alt, :words, :bytes, :by, :at, 1)
            """;
    private static final String UPDATE = """
            UPDATE media SET alt = :alt, words = :words, version = version + 1
            WHERE address = :address AND version = :version
            """;
    private static final String USES = """
            SELECT post.id, post.title, post.slug, post.status,
                (SELECT ARRAY_AGG(author_id ORDER BY position) FROM post_author WHERE post_id = post.id) AS authors
            FROM media_use JOIN post ON post.id = media_use.post_id
            WHERE media_use.address = :address
            ORDER BY post.title, post.id
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiMediaRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<MediaFile> find(MediaAddress address) {
        return database.read(handle -> handle.createQuery("""
                SELECT address, name, alt, bytes, added_by, added_at, version FROM media WHERE address = :address
                """)
                .bind("address", address.value())
                .map((row, context) -> MediaFile.restore(state(row)))
                .findOne());
    }

    @Override
    public void save(MediaFile file) {
        List<MediaEvent> events = file.drainEvents();
        MediaFile.State state = file.state();
        if (events.isEmpty()) {
            return;
        }
        database.write(handle -> {
            Refusals.whenTaken("The file is in the library already", () -> store(handle, state));
            changes.append(events);
        });
    }

    @Override
    public void remove(MediaFile file) {
        List<MediaEvent> events = file.drainEvents();
        database.write(handle -> {
            int rows = handle.createUpdate("DELETE FROM media WHERE address = :address AND version = :version")
                    .bind("address", file.address().value())
                    .bind("version", file.state().version())
                    .execute();
            Refusals.requireChanged(rows, "file");
            changes.append(events);
        });
    }

    @Override
    public void recordUses(PostId post, Set<MediaAddress> files) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM media_use WHERE post_id = :post")
                    .bind("post", post.value())
                    .execute();
            if (!files.isEmpty()) {
                insertUses(handle, post, files);
            }
        });
    }

    @Override
    public List<MediaUse> uses(MediaAddress file) {
        return database.read(handle -> handle.createQuery(USES)
                .bind("address", file.value())
                .map((row, context) -> use(row))
                .list());
    }

    private static void store(Handle handle, MediaFile.State state) {
        AuthorId by = state.by();
        int rows = state.version() == 0
                ? handle.createUpdate(INSERT)
                        .bind("address", state.address().value())
                        .bind("name", state.name())
                        .bind("alt", state.alt())
                        .bind("words", MediaWords.of(state.name(), state.alt()))
                        .bind("bytes", state.bytes())
                        .bind("by", by == null ? null : by.value())
                        .bind("at", state.at())
                        .execute()
                : handle.createUpdate(UPDATE)
                        .bind("address", state.address().value())
                        .bind("alt", state.alt())
                        .bind("words", MediaWords.of(state.name(), state.alt()))
                        .bind("version", state.version())
                        .execute();
        Refusals.requireChanged(rows, "file");
    }

    private static void insertUses(Handle handle, PostId post, Set<MediaAddress> files) {
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO media_use (address, post_id) VALUES (:address, :post)")) {
            for (MediaAddress file : files) {
                batch.bind("address", file.value()).bind("post", post.value()).add();
            }
            batch.execute();
        }
    }

    private static MediaUse use(ResultSet row) throws SQLException {
        return new MediaUse(
                new PostId(Columns.id(row, "id")),
                row.getString("title"),
                new Slug(row.getString("slug")),
                Post.Status.valueOf(row.getString("status")),
                Columns.ids(row, "authors").stream().map(AuthorId::new).toList());
    }

    private static MediaFile.State state(ResultSet row) throws SQLException {
        UUID by = Columns.idOrNull(row, "added_by");
        return new MediaFile.State(
                new MediaAddress(row.getString("address")),
                row.getString("name"),
                row.getString("alt"),
                row.getLong("bytes"),
                by == null ? null : new AuthorId(by),
                Columns.instant(row, "added_at"),
                row.getLong("version"));
    }
}
