package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.Negotiation;
import dev.waxwing.adapter.web.shared.PageKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is sent, in each encoding there is of it.
 *
 * @param hits where is counted how often it is sent
 * @param packed with gzip, if that pays
 * @param forPrograms whether browsers are shown it otherwise
 * @param keys what it was made from
 */
record FinishedPage(
        Hits hits, Representation plain, @Nullable Representation packed, boolean forPrograms, Set<PageKey> keys) {
    /** In bytes, for everything around the answers: objects, keys, the place in the map. */
    private static final int AROUND = 2_000;

    FinishedPage with(Set<PageKey> same) {
        return new FinishedPage(hits, plain, packed, forPrograms, same);
    }

    /** Counts it as sent. */
    Answer answer(Asked asked) {
        Representation content = forClient(asked);
        if (Negotiation.matches(asked.held(), content.etag())) {
            hits.countUnchanged();
            return content.unchanged();
        }
        hits.countWhole();
        return content.whole();
    }

    private Representation forClient(Asked asked) {
        return packed != null && asked.unpacksGzip() ? packed : plain;
    }

    long size() {
        return AROUND + plain.size() + (packed == null ? 0 : packed.size());
    }
}
