package dev.waxwing.application.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * Port: somebody's former blog, read twice, so that nothing but names is ever held of all of it at once. A file is known by
 * its source, a path that stays the same wherever the archive lies.
 */
public interface Archive {

    /** Looks through everything once. The same archive gives the same answer, in the same order, each time. */
    ArchiveIndex index(ImportListener listener);

    /** One post of the index, whole. */
    Reading read(IndexedPost post);

    /**
     * A file that a post shows or links to, from its first byte.
     *
     * @throws IOException if it cannot be read, or is no longer inside the archive
     */
    InputStream open(String source) throws IOException;

    /** What reading a post comes to. */
    sealed interface Reading permits ArchivedPost, LeftOut {}
}
