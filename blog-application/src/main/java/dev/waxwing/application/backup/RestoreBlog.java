package dev.waxwing.application.backup;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Use case: make the blog of a backup live again, in a database and a folder that have none. */
public final class RestoreBlog {
    public record Command(Actor actor, BackupSource source) {}

    /**
     * @param manifest its losses are the files that the blog does not have now
     * @param configuration the settings of the server that were in the backup, as lines {@code key=value}; may be empty
     */
    public record Restored(BackupManifest manifest, String configuration) {}

    private final RowIntake database;
    private final MediaFiles media;

    @Inject
    public RestoreBlog(RowIntake database, MediaFiles media) {
        this.database = database;
        this.media = media;
    }

    /**
     * Verifies the backup before anything is written. Media files that are damaged in it are left out. Files are written before
     * the rows are there for good, so what an interrupted restoring leaves behind is never taken for a blog.
     *
     * @throws BlogException.NotFound if there is no backup
     * @throws BlogException.Invalid if it is damaged, or none that this program can read
     * @throws BlogException.Conflict if a blog lives in the database already
     * @throws BlogException.Unavailable if a newer program wrote it, or it cannot be stored
     */
    public Restored handle(Command command) {
        command.actor().requireMayAdminister();
        BackupManifest manifest = command.source().verify();
        StringBuilder configuration = new StringBuilder();
        database.take(manifest.schema(), shelf -> {
            Giving giving = new Giving(
                    shelf, configuration, Set.copyOf(manifest.losses().damaged()));
            command.source().read(giving);
            giving.requireAllOf(manifest);
        });
        return new Restored(manifest, configuration.toString());
    }

    /** Hands on what is in the backup, and counts it. */
    private final class Giving implements BackupSource.Reader {
        private final RowIntake.Shelf shelf;
        private final StringBuilder configuration;
        private final Map<String, Long> rows = new TreeMap<>();
        private final Set<MediaAddress> damaged;
        private long files;

        private Giving(RowIntake.Shelf shelf, StringBuilder configuration, Set<MediaAddress> damaged) {
            this.shelf = shelf;
            this.configuration = configuration;
            this.damaged = damaged;
        }

        @Override
        public void medium(MediaAddress address, InputStream content) {
            if (!damaged.contains(address)) {
                media.put(address, content);
            }
            files++;
        }

        @Override
        public void row(String table, Row row) {
            shelf.put(table, row);
            rows.merge(table, 1L, Long::sum);
        }

        @Override
        public void configuration(String lines) {
            configuration.append(lines);
        }

        private void requireAllOf(BackupManifest manifest) {
            manifest.rows()
                    .forEach((table, expected) ->
                            requireEqual("rows of " + table, rows.getOrDefault(table, 0L), expected));
            requireEqual(
                    "rows", rows.values().stream().mapToLong(Long::longValue).sum(), manifest.allRows());
            requireEqual("media files", files, manifest.media());
        }

        private static void requireEqual(String what, long found, long expected) {
            if (found != expected) {
                throw new BlogException.Invalid(
                        "backup",
                        "The backup has %d %s, where it says that it has %d".formatted(found, what, expected));
            }
        }
    }
}
