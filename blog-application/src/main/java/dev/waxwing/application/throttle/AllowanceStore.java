package dev.waxwing.application.throttle;

import java.time.Instant;
import java.util.Optional;

/** Port: what is remembered of what has been done often. */
public interface AllowanceStore {

    /**
     * Until when an allowance is used up; nothing if nothing is known of it.
     *
     * @param subject a hash of 64 hexadecimal digits
     */
    Optional<Instant> find(String subject);

    /** The same; nobody else reads it so until the unit of work ends. */
    Optional<Instant> lock(String subject);

    void keep(String subject, Instant usedUntil);

    /** Forgets some of those that are not used up any more at an instant, at most so many; returns how many. */
    int forgetBefore(Instant usedUntil, int limit);
}
