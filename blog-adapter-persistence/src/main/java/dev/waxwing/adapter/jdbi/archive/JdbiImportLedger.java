package dev.waxwing.adapter.jdbi.archive;

import dev.waxwing.adapter.jdbi.shared.Batches;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.archive.ImportLedger;
import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The ledger of imports in tables; files are found by the SHA-256 of archive and path, as paths can be too long for an index. */
public final class JdbiImportLedger implements ImportLedger {
    private static final String INSERT_ARCHIVE = "INSERT INTO import_archive (name_hash, place) VALUES (:hash, :place)";
    private static final String UPDATE_ARCHIVE = "UPDATE import_archive SET place = :place WHERE name_hash = :hash";
    private static final String INSERT_POST = """
            INSERT INTO import_post (file_hash, source, fingerprint, post_id, slug, imprint)
            VALUES (:hash, :source, :fingerprint, :post, :slug, :imprint)
            """;
    private static final String UPDATE_POST = """
            UPDATE import_post SET fingerprint = :fingerprint, post_id = :post, slug = :slug, imprint = :imprint
            WHERE file_hash = :hash AND source = :source
            """;
    private static final String INSERT_MEDIUM = """
            INSERT INTO import_medium (file_hash, source, checksum, address)
            VALUES (:hash, :source, :checksum, :address)
            """;
    private static final String UPDATE_MEDIUM = """
            UPDATE import_medium SET checksum = :checksum, address = :address WHERE file_hash = :hash
            """;

    private final Database database;

    @Inject
    public JdbiImportLedger(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> place(String archive) {
        return database.read(handle -> handle.createQuery("SELECT place FROM import_archive WHERE name_hash = :hash")
                .bind("hash", hash(archive, ""))
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void recordPlace(String archive, String place) {
        database.write(handle -> {
            if (bound(handle, UPDATE_ARCHIVE, archive, place).execute() == 0) {
                bound(handle, INSERT_ARCHIVE, archive, place).execute();
            }
        });
    }

    @Override
    public Map<String, Origin> posts(String archive, Collection<String> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        List<String> hashes =
                sources.stream().map(source -> hash(archive, source)).distinct().toList();
        return database.read(
                handle -> handle.createQuery("""
                        SELECT source, fingerprint, post_id, slug, imprint FROM import_post WHERE file_hash IN (<hashes>)
                        """).bindList("hashes", hashes).map((row, context) -> origin(row)).stream()
                        .collect(Collectors.toMap(Origin::source, Function.identity())));
    }

    @Override
    public Optional<MediaOrigin> media(String archive, String source) {
        return database.read(handle -> handle.createQuery(
                        "SELECT source, checksum, address FROM import_medium WHERE file_hash = :hash")
                .bind("hash", hash(archive, source))
                .map((row, context) -> new MediaOrigin(
                        row.getString("source"), row.getString("checksum"), new MediaAddress(row.getString("address"))))
                .findOne());
    }

    @Override
    public void add(String archive, List<Origin> origins) {
        database.write(
                handle -> Batches.execute(handle, INSERT_POST, origins, (row, origin) -> bound(row, archive, origin)));
    }

    @Override
    public void update(String archive, Origin origin) {
        database.write(handle ->
                bound(handle.createUpdate(UPDATE_POST), archive, origin).execute());
    }

    @Override
    public void record(String archive, MediaOrigin origin) {
        database.write(handle -> {
            if (bound(handle, UPDATE_MEDIUM, archive, origin).execute() == 0) {
                bound(handle, INSERT_MEDIUM, archive, origin)
                        .bind("source", origin.source())
                        .execute();
            }
        });
    }

    private static Update bound(Handle handle, String sql, String archive, String place) {
        return handle.createUpdate(sql).bind("hash", hash(archive, "")).bind("place", place);
    }

    private static <S extends SqlStatement<S>> S bound(S row, String archive, Origin origin) {
        return row.bind("hash", hash(archive, origin.source()))
                .bind("source", origin.source())
                .bind("fingerprint", origin.fingerprint())
                .bind("post", origin.post().value())
                .bind("slug", origin.slug().value())
                .bind("imprint", origin.imprint());
    }

    private static Update bound(Handle handle, String sql, String archive, MediaOrigin origin) {
        return handle.createUpdate(sql)
                .bind("hash", hash(archive, origin.source()))
                .bind("checksum", origin.checksum())
                .bind("address", origin.address().value());
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getString("source"),
                row.getString("fingerprint"),
                new PostId(Columns.id(row, "post_id")),
                new Slug(row.getString("slug")),
                row.getString("imprint"));
    }

    private static String hash(String archive, String source) {
        return Sha256.of(archive + "\n" + source);
    }
}
