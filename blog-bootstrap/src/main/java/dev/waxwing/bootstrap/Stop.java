package dev.waxwing.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** How a blog ends: it is said first, so that whoever sends readers here sends them elsewhere while they are still served. */
final class Stop {
    private final Duration drain;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param drain how long is served on after it was said */
    Stop(Duration drain) {
        this.drain = drain;
    }

    Optional<String> trouble() {
        return begun.get() ? Optional.of("stops") : Optional.empty();
    }

    /** Returns when nobody should come any more; only the first time it is true. */
    boolean begin() {
        if (!begun.compareAndSet(false, true)) {
            return false;
        }
        try {
            Thread.sleep(drain.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
