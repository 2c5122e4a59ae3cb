package dev.waxwing.adapter.jdbi.library;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.library.MediaCursor;
import dev.waxwing.application.library.MediaQueries;
import dev.waxwing.application.library.MediaView;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Answers about the library from tables. A page is a stretch of one index; only its own rows are counted. */
public final class JdbiMediaQueries implements MediaQueries {
    private static final String VIEW = """
            SELECT media.address, media.name, media.alt, media.bytes, media.added_by, author.name AS uploader,
                media.added_at, media.version,
                (SELECT COUNT(*) FROM media_use WHERE media_use.address = media.address) AS uses
            FROM media LEFT JOIN author ON author.id = media.added_by
            """;
    private static final String NEWEST_FIRST = """
            ORDER BY media.added_at DESC, media.address DESC FETCH FIRST :limit ROWS ONLY
            """;

    private final Database database;

    @Inject
    public JdbiMediaQueries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<MediaView> find(MediaAddress address) {
        return database.read(handle -> handle.createQuery(VIEW + "WHERE media.address = :address")
                .bind("address", address.value())
                .map((row, context) -> view(row))
                .findOne());
    }

    @Override
    public List<MediaView> library(String words, Optional<MediaCursor> after, int limit) {
        List<String> patterns = MediaWords.patterns(words);
        StringBuilder sql = new StringBuilder(VIEW).append("WHERE 1 = 1\n");
        if (after.isPresent()) {
            sql.append("AND (media.added_at, media.address) < (:at, :address)\n");
        }
        for (int i = 0; i < patterns.size(); i++) {
            sql.append("AND media.words LIKE :word").append(i).append(" ESCAPE '!'\n");
        }
        return database.read(handle -> {
            Query query = handle.createQuery(sql.append(NEWEST_FIRST)).bind("limit", limit);
            after.ifPresent(place ->
                    query.bind("at", place.at()).bind("address", place.address().value()));
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            return query.map((row, context) -> view(row)).list();
        });
    }

    private static MediaView view(ResultSet row) throws SQLException {
        return new MediaView(
                new MediaAddress(row.getString("address")),
                row.getString("name"),
                row.getString("alt"),
                row.getLong("bytes"),
                uploader(row),
                Columns.instant(row, "added_at"),
                row.getLong("uses"),
                row.getLong("version"));
    }

    private static Optional<MediaView.Uploader> uploader(ResultSet row) throws SQLException {
        UUID by = Columns.idOrNull(row, "added_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new MediaView.Uploader(new AuthorId(by), row.getString("uploader")));
    }
}
