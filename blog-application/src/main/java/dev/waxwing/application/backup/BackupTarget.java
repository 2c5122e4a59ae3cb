package dev.waxwing.application.backup;

import dev.waxwing.domain.shared.BlogException;

/** Port: a place for a backup, such as a file or a folder. Nothing is seen there before the backup is whole and on disk. */
@FunctionalInterface
public interface BackupTarget {
    /**
     * @throws BlogException.Conflict if something is there already
     * @throws BlogException.Unavailable if nothing can be written there
     */
    BackupWriter begin();
}
