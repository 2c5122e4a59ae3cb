package dev.waxwing.application.backup;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.io.InputStream;

/** Port: a backup that lies somewhere, as a file or as a folder. */
public interface BackupSource {

    /**
     * Reads the whole backup and compares every byte with its checksums, and each file with its address.
     *
     * @return what it says of itself; its losses name every file that has another content than its address says, also one
     *     that whoever made the backup did not notice
     * @throws BlogException.NotFound if there is nothing
     * @throws BlogException.Invalid (field "backup") naming the first part that is damaged, missing or too much, or if it is
     *     no backup that this program can read
     */
    BackupManifest verify();

    /**
     * Hands over what is in the backup, in the order in which it was written.
     *
     * @throws BlogException.Invalid (field "backup") if it cannot be read
     */
    void read(Reader reader);

    /** Takes what is in a backup. */
    interface Reader {
        void medium(MediaAddress address, InputStream content);

        void row(String table, Row row);

        void configuration(String lines);
    }
}
