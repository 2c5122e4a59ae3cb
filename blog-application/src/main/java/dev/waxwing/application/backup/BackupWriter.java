package dev.waxwing.application.backup;

import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.domain.shared.BlogException;

/**
 * A backup that is being written. The same calls make the same bytes. Each throws {@link BlogException.Unavailable} when the
 * place takes no more.
 */
public interface BackupWriter extends AutoCloseable {
    /**
     * Writes a file as it is, as far as it can be read.
     *
     * @return whether it has the content that its address says
     */
    boolean medium(StoredMedia file);

    /** Writes a table and returns how many rows it has. */
    long table(String name, RowSource rows);

    /** The present text of a post, for people and other programs; the rows have it as well. */
    void post(PostDocument post);

    /** The settings of the server, as lines {@code key=value}. */
    void configuration(String lines);

    /** Returns when the backup is whole, in its place and on disk. */
    void finish(BackupManifest manifest);

    /** Leaves nothing of a backup that was not finished. */
    @Override
    void close();
}
