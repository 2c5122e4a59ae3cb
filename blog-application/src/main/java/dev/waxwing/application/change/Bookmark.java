package dev.waxwing.application.change;

/** Where a reader of the change feed has got to. */
public interface Bookmark {

    /** The last position read, 0 before the first; another node may be about to read on. */
    long position();

    /** The last position read, 0 before the first; no other node reads for this reader until the unit of work ends. */
    long claim();

    void advance(long position);
}
