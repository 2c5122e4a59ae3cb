package dev.waxwing.application.account;

import dev.waxwing.domain.account.AccountId;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param tokenHash of the token that the browser presents
 * @param seenAt when it was used last, give or take {@link #TICK}
 */
public record Session(
        SessionId id, AccountId account, String tokenHash, Client client, Instant startedAt, Instant seenAt) {
    /** A session that nobody uses for so long has ended. */
    public static final Duration LONGEST_REST = Duration.ofDays(7);

    /** However much it is used, a session ends after this time. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(30);

    /** How exactly it is kept when a session was used: a row is not written for each request. */
    public static final Duration TICK = Duration.ofMinutes(5);

    public boolean isOpenAt(Instant now) {
        return now.isBefore(seenAt.plus(LONGEST_REST)) && now.isBefore(startedAt.plus(LONGEST_LIFE));
    }

    boolean isToBeSeenAt(Instant now) {
        return !now.isBefore(seenAt.plus(TICK));
    }
}
