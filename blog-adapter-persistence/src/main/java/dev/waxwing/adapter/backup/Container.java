package dev.waxwing.adapter.backup;

import java.io.IOException;
import java.io.OutputStream;

/** What entries are written into, one after the other: a ZIP file or a folder. */
interface Container extends AutoCloseable {

    /** How an entry is packed, where that makes a difference. */
    enum Packing {
        COMPRESSED,
        /** For what is compressed already. */
        AS_IT_IS
    }

    /** Begins an entry; closing the stream ends it. */
    OutputStream begin(String entry, Packing packing) throws IOException;

    /** Brings everything to disk and into its place. */
    void finish() throws IOException;

    /** Removes what was not finished. */
    @Override
    void close() throws IOException;
}
