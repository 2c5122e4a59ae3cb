package dev.waxwing.application.redirect;

import dev.waxwing.domain.redirect.SitePath;
import java.util.List;
import java.util.Optional;

/** Port: where the addresses lead at which nothing stands. */
public interface RedirectQueries {

    /** How many redirects one after another are followed. */
    int LONGEST_CHAIN = 10;

    /**
     * Follows a redirect to the place where readers find the thing now. Empty if there is none, or if it leads to something
     * that readers may not see; gone if it leads to an archived post, or if the path is the one of an archived post that
     * readers had seen.
     */
    Optional<Destination> find(SitePath from);

    /** The redirects as they are stored, the latest first, from the first one on or from behind a cursor. */
    List<RedirectView> latest(Optional<RedirectCursor> after, int limit);

    /** The redirect of exactly this address. */
    Optional<RedirectView> stored(SitePath from);
}
