package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.post.PreviewRepository;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewEvent;
import dev.waxwing.domain.post.PreviewId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The preview links in a table. */
public final class JdbiPreviewRepository implements PreviewRepository {
    private static final String SELECT =
            "SELECT id, post_id, secret, since, until_time, revoked_at, version FROM post_preview ";
    private static final String INSERT = """
            INSERT INTO post_preview (id, post_id, secret, since, until_time, revoked_at, version)
            VALUES (:id, :post, :secret, :since, :until, :revokedAt, :version + 1)
            """;
    private static final String UPDATE = """
            UPDATE post_preview SET post_id = :post, secret = :secret, since = :since, until_time = :until,
                revoked_at = :revokedAt, version = version + 1
            WHERE id = :id AND version = :version
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiPreviewRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<Preview> find(PreviewId id) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> Preview.restore(state(row)))
                .findOne());
    }

    @Override
    public Optional<Preview> findBySecret(String secret) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE secret = :secret")
                .bind("secret", secret)
                .map((row, context) -> Preview.restore(state(row)))
                .findOne());
    }

    @Override
    public List<Preview> of(PostId post) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE post_id = :post ORDER BY since DESC, id")
                .bind("post", post.value())
                .map((row, context) -> Preview.restore(state(row)))
                .list());
    }

    @Override
    public void save(Preview preview) {
        List<PreviewEvent> events = preview.drainEvents();
        Preview.State state = preview.state();
        if (events.isEmpty() && state.version() > 0) {
            database.requireVersion("post_preview", state.id().value(), state.version());
            return;
        }
        database.write(handle -> {
            Refusals.whenReferred("The post is not there any more", () -> store(handle, state));
            changes.append(events);
        });
    }

    @Override
    public int forgetExpired(Instant before, int limit) {
        return database.forget("post_preview", "id", "until_time", before, limit);
    }

    private static void store(Handle handle, Preview.State state) {
        int rows = handle.createUpdate(state.version() == 0 ? INSERT : UPDATE)
                .bind("id", state.id().value())
                .bind("post", state.post().value())
                .bind("secret", state.secret())
                .bind("since", state.since())
                .bind("until", state.until())
                .bind("revokedAt", state.revokedAt())
                .bind("version", state.version())
                .execute();
        Refusals.requireChanged(rows, "preview link");
    }

    private static Preview.State state(ResultSet row) throws SQLException {
        return new Preview.State(
                new PreviewId(Columns.id(row, "id")),
                new PostId(Columns.id(row, "post_id")),
                row.getString("secret"),
                Columns.instant(row, "since"),
                Columns.instant(row, "until_time"),
                Columns.instantOrNull(row, "revoked_at"),
                row.getLong("version"));
    }
}
