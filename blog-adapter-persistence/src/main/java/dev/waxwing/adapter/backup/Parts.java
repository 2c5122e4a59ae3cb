package dev.waxwing.adapter.backup;

import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.InputStream;

/** The entries of a backup that lies somewhere, one after the other. */
interface Parts {

    /** What is done with each entry. */
    interface Visitor {
        void visit(String entry, InputStream content) throws IOException;
    }

    /**
     * Hands over the entries in the order in which they were written.
     *
     * @throws BlogException.Invalid naming the entry that cannot be read
     * @throws IOException if nothing can be read
     */
    void forEach(Visitor visitor) throws IOException;
}
