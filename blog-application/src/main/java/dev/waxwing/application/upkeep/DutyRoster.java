package dev.waxwing.application.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Port: what is to be done now and then by one of the nodes that serve a blog, whichever comes first, and by no other. */
public interface DutyRoster {

    /**
     * Takes a duty that is due and that no other node has; one that nobody ever had is due.
     *
     * @param until when another node may take it, if this one has not said by then that it is done
     * @param longest for how long it is put off at most; one that is put off for longer was so by another plan or a wrong
     *     clock, and is due
     * @return whether it is to be done now, by the caller
     */
    boolean take(String duty, Instant now, Instant until, Duration longest);

    /** Says that a duty which was taken is done, or was given up, and when it is due again. */
    void settle(String duty, Instant due);

    /** When a duty is due; nothing if nobody ever had it. */
    Optional<Instant> due(String duty);
}
