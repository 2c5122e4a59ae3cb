package dev.waxwing.application.account;

import java.time.Duration;
import java.time.Instant;

/** How often somebody was wrong in a row, and when last. */
public record Failures(int count, Instant last) {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    /** After so much time without another failure, all is forgiven. */
    static final Duration MEMORY = Duration.ofDays(1);

    static Failures none(Instant now) {
        return new Failures(0, now);
    }

    /** How long to wait before trying again: nothing at first, then 15 s, 30 s, 60 s and so on, at most 15 minutes. */
    Duration pause(int free, Instant now) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration delay = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
        Duration left = Duration.between(now, last.plus(delay.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : delay));
        return left.isNegative() ? Duration.ZERO : left;
    }

    Failures andOneMore(Instant now) {
        return new Failures(isForgivenAt(now) ? 1 : count + 1, now);
    }

    boolean isForgivenAt(Instant now) {
        return !now.isBefore(last.plus(MEMORY));
    }
}
