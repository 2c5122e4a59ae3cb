package dev.waxwing.adapter.web.shared;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets one of many through, and the next a minute later, however many threads ask. */
public final class OnceAMinute {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoseconds;
    private final AtomicLong due;

    /** @param nanoseconds that have gone by since any moment */
    public OnceAMinute(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        this.due = new AtomicLong(nanoseconds.getAsLong());
    }

    public boolean isDue() {
        long now = nanoseconds.getAsLong();
        long next = due.get();
        return now - next >= 0 && due.compareAndSet(next, now + MINUTE);
    }
}
