package dev.waxwing.adapter.web.shared;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** A line that clients can cause as often as they like: one a minute is written, with how many others there were since. */
public final class RepeatedLine {
    private final OnceAMinute due;
    private final AtomicLong unwritten = new AtomicLong();

    /** @param nanoseconds that have gone by since any moment */
    public RepeatedLine(LongSupplier nanoseconds) {
        this.due = new OnceAMinute(nanoseconds);
    }

    /** @param line is given the number of those that were not written since the last one */
    public void write(LongConsumer line) {
        if (due.isDue()) {
            line.accept(unwritten.getAndSet(0));
        } else {
            unwritten.incrementAndGet();
        }
    }
}
