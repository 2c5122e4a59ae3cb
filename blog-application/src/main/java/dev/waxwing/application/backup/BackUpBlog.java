package dev.waxwing.application.backup;

import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Use case: write the whole blog into one place, as it is at one moment, while it is read and written. */
public final class BackUpBlog {

    /**
     * @param program the version of the program
     * @param configuration the settings of the server that are no secret, as lines {@code key=value}; may be empty
     */
    public record Command(Actor actor, BackupTarget target, String program, String configuration) {}

    private final RowStore rows;
    private final MediaFiles media;
    private final ReadPost readPost;
    private final ChangeFeed changes;

    @Inject
    public BackUpBlog(RowStore rows, MediaFiles media, ReadPost readPost, ChangeFeed changes) {
        this.rows = rows;
        this.media = media;
        this.readPost = readPost;
        this.changes = changes;
    }

    /**
     * Returns when the backup is whole and on disk. Files that are damaged or missing do not keep it from being made; the
     * manifest names them.
     *
     * @throws BlogException.Conflict if something is in its place already
     * @throws BlogException.Unavailable if it cannot be written
     */
    public BackupManifest handle(Command command) {
        command.actor().requireMayAdminister();
        try (BackupWriter writer = command.target().begin()) {
            Copies files = new Copies(writer);
            media.forEach(files::copy);
            Counts counts = rows.atOneMoment(() -> copyRows(writer));
            media.forEach(files::copy);
            if (!command.configuration().isEmpty()) {
                writer.configuration(command.configuration());
            }
            BackupManifest manifest = new BackupManifest(
                    command.program(),
                    rows.schema(),
                    counts.position(),
                    counts.rows(),
                    counts.posts(),
                    files.copied.size(),
                    files.losses(counts.media()));
            writer.finish(manifest);
            return manifest;
        }
    }

    /**
     * The files, copied once before the rows, because a file of which the rows know is then either copied or younger than that;
     * and once behind them, for the younger ones.
     */
    private static final class Copies {
        private final BackupWriter writer;
        private final Set<MediaAddress> copied = new HashSet<>();
        private final Set<MediaAddress> damaged = new HashSet<>();

        private Copies(BackupWriter writer) {
            this.writer = writer;
        }

        private void copy(StoredMedia file) {
            if (copied.add(file.address()) && !writer.medium(file)) {
                damaged.add(file.address());
            }
        }

        /** What was removed from the blog while it was copied is no loss. */
        private MediaLosses losses(List<MediaAddress> known) {
            return new MediaLosses(
                    known.stream().filter(damaged::contains).toList(),
                    known.stream().filter(address -> !copied.contains(address)).toList());
        }
    }

    private record Counts(long position, Map<String, Long> rows, long posts, List<MediaAddress> media) {}

    private Counts copyRows(BackupWriter writer) {
        Map<String, Long> counted = new TreeMap<>();
        for (String table : rows.tables()) {
            counted.put(table, writer.table(table, rows.rows(table)));
        }
        List<PostId> posts = rows.posts();
        for (PostId post : posts) {
            writer.post(readPost.handle(new ReadPost.Command(Actor.operator(), post)));
        }
        return new Counts(changes.head(), counted, posts.size(), rows.media());
    }
}
