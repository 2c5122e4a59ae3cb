package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.shared.BlogException;

/**
 * How much work one text may cause, in steps of very roughly a nanosecond. Counting work instead of time refuses the same
 * texts on a fast and on a slow machine.
 */
final class Effort {
    static final long MOST_STEPS = 600_000_000L;

    private long spent;

    void spend(long steps) {
        spent += steps;
        if (spent > MOST_STEPS) {
            throw tooMuch();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw Limits.tooSlow();
        }
    }

    static BlogException tooMuch() {
        return Limits.refusal(
                "One paragraph or table of the text has too many brackets, emphasis marks, lines or cells to"
                        + " be rendered in reasonable time; divide it");
    }
}
