package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.Footprint;
import java.util.concurrent.atomic.LongAdder;

/** How often the finished pages of a route were sent since the program began. */
public final class Hits {
    private final Footprint footprint;
    private final LongAdder whole = new LongAdder();
    private final LongAdder unchanged = new LongAdder();

    Hits(String route) {
        footprint = Footprint.ofFinished(route);
    }

    /** Such as {@code /tags/{slug}}. */
    public String route() {
        return footprint.route();
    }

    /** To those who did not have the page. */
    public long whole() {
        return whole.sum();
    }

    /** To those who had it already, and were only told so. */
    public long unchanged() {
        return unchanged.sum();
    }

    Footprint footprint() {
        return footprint;
    }

    void countWhole() {
        whole.increment();
    }

    void countUnchanged() {
        unchanged.increment();
    }
}
