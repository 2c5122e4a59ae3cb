package dev.waxwing.bootstrap;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows how far long work is: a line that changes on a terminal, elsewhere one every few seconds. */
final class ProgressLine {
    private static final long CHANGE_EVERY_NANOS = 100_000_000L;
    private static final long LINE_EVERY_NANOS = 5_000_000_000L;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private long shown;

    ProgressLine(PrintWriter err, boolean terminal) {
        this(err, terminal, System::nanoTime);
    }

    /** @param nanos the time, of which only differences count */
    ProgressLine(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
        shown = nanos.getAsLong();
    }

    void show(long done, long all, String things) {
        show(() -> (terminal ? bar(done, all) + " " : "") + "%,d of %,d %s".formatted(done, all, things));
    }

    private static String bar(long done, long all) {
        int full = all == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * done / all);
        return "[%s%s]".formatted("#".repeat(full), "-".repeat(WIDTH - full));
    }

    /** @param text is asked for only when it is shown: to make it is dearer than much of what is reported */
    void show(Supplier<String> text) {
        long now = nanos.getAsLong();
        if (now - shown < (terminal ? CHANGE_EVERY_NANOS : LINE_EVERY_NANOS)) {
            return;
        }
        shown = now;
        if (terminal) {
            err.print("\r" + text.get() + "\u001B[K");
            err.flush();
        } else {
            err.println(text.get());
        }
    }

    /** Leaves the terminal as it was. */
    void end() {
        if (terminal) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }
}
