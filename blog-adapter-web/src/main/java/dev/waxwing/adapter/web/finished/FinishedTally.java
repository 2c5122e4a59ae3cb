package dev.waxwing.adapter.web.finished;

import dev.waxwing.domain.redirect.SitePath;
import java.util.Collection;
import java.util.List;

/** How much the finished pages are used, and how many there are. */
public interface FinishedTally {

    /** By route; more come as pages of other routes are finished. */
    Collection<Hits> hits();

    /** How many requests of anybody had their answer made, because it was not finished. */
    long misses();

    /** The addresses of pages that are finished, those first that were sent most often since the program began. */
    List<SitePath> mostRead(int most);

    /** How many pages there are at the moment. */
    int pages();

    /** In bytes, all pages together. */
    long size();

    /** In bytes: what they may take. */
    long capacity();
}
