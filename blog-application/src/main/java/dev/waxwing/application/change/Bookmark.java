package dev.waxwing.application.change;

import java.util.OptionalLong;

/** Where a reader of the change feed has got to. */
public interface Bookmark {

    /** The last position read, 0 before the first; another node may be about to read on. */
    long position();

    /**
     * The last position read, 0 before the first; no other node reads for this reader until the unit of work ends. Nothing, and
     * at once, while another one does.
     */
    OptionalLong claim();

    void advance(long position);
}
