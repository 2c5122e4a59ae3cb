package dev.waxwing.bootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Work that is done at the start and then once a day, for whoever asks more often. What fails is done again when asked. */
final class OnceADay implements Runnable {
    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock;
    private final Runnable work;
    private Instant next = Instant.MIN;

    OnceADay(Clock clock, Runnable work) {
        this.clock = clock;
        this.work = work;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            work.run();
            next = now.plus(DAY);
        }
    }
}
