package dev.waxwing.application.throttle;

import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody may do something: so many times at once, and after that once in a while. All that has to be kept of it is
 * until when it is used up, had it been done evenly (a leaky bucket, as in ITU-T I.371, annex A).
 */
public enum Allowance {
    /** More than a blog that moves by program brings in an hour. */
    POSTS_OF_AN_ACCOUNT(36_000, Duration.ofMillis(50)),
    UPLOADS_OF_AN_ACCOUNT(1_000, Duration.ofSeconds(1)),
    UPLOADS_FROM_A_NETWORK(3_000, Duration.ofMillis(300)),
    WRONG_SECRETS_FROM_A_NETWORK(30, Duration.ofMinutes(1)),
    SEARCHES_FROM_A_NETWORK(60, Duration.ofMillis(200));

    private final int atOnce;
    private final Duration thenEach;

    Allowance(int atOnce, Duration thenEach) {
        this.atOnce = atOnce;
        this.thenEach = thenEach;
    }

    /** How many times at once, by who has not done it for long. */
    public int atOnce() {
        return atOnce;
    }

    /**
     * Until when it is used up, when it is done so many times more.
     *
     * @param usedUntil until when it is used up already
     * @param times at most {@link #atOnce()}
     * @throws BlogException.TooOften if that is more than is allowed
     */
    public Instant spent(Instant usedUntil, int times, Instant now) {
        Instant from = usedUntil.isAfter(now) ? usedUntil : now;
        Instant until = from.plus(thenEach.multipliedBy(times));
        Duration pause = Duration.between(now.plus(thenEach.multipliedBy(atOnce)), until);
        if (!pause.isNegative() && !pause.isZero()) {
            throw new BlogException.TooOften(pause);
        }
        return until;
    }
}
