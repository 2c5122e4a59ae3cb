package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.PageKey;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network of caches in front of the blog, which is told how long it may keep an answer (RFC 9111, section 5.2.2.10) and
 * what it was made from, so that it can be asked to forget exactly that.
 *
 * @param keeps zero if there is none
 */
record Cdn(Duration keeps) {
    private static final String SURROGATE_KEY = "Surrogate-Key";

    /** In seconds: how long it may answer with what it has while it asks for the new one (RFC 5861, section 3). */
    private static final int MEANWHILE = 60;

    /** To be called for an answer that is the same for everybody. */
    void describe(Context ctx, Set<PageKey> keys) {
        if (keeps.isZero()) {
            return;
        }
        ctx.header(SURROGATE_KEY, keys.stream().map(PageKey::value).collect(Collectors.joining(" ")));
        if (Delivery.REVALIDATE.equals(ctx.res().getHeader(Delivery.CACHE_CONTROL))) {
            ctx.header(
                    Delivery.CACHE_CONTROL,
                    "public, max-age=0, s-maxage=%d, stale-while-revalidate=%d"
                            .formatted(keeps.toSeconds(), MEANWHILE));
        }
    }
}
