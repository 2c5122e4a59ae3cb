package dev.waxwing.adapter.web.finished;

import java.util.Collection;

/** How much the finished pages are used, and how many there are. */
public interface FinishedTally {

    /** By route; more come as pages of other routes are finished. */
    Collection<Hits> hits();

    /** How many requests of anybody had their answer made, because it was not finished. */
    long misses();

    /** How many pages there are at the moment. */
    int pages();

    /** In bytes, all pages together. */
    long size();

    /** In bytes: what they may take. */
    long capacity();
}
