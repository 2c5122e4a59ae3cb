package dev.waxwing.adapter.web.search;

import dev.waxwing.adapter.web.shared.Clients;
import dev.waxwing.application.account.Client;
import dev.waxwing.application.throttle.Allowance;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts who searches how often, in memory: whoever reads must not make the blog write. Requests from this machine are not
 * counted, because a proxy that does not say for whom it asks would speak for all readers at once.
 */
public final class SearchThrottle {
    /** As many as are remembered; whoever has searched longest ago is forgotten first. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Instant> usedUntil = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    public SearchThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @throws BlogException.TooOften if somebody searches too much */
    void count(Context ctx) {
        Client client = Clients.of(ctx);
        if (!client.isThisMachine()) {
            count(client.network(), clock.instant());
        }
    }

    private synchronized void count(String network, Instant now) {
        Instant used = usedUntil.getOrDefault(network, now);
        usedUntil.put(network, Allowance.SEARCHES_FROM_A_NETWORK.spent(used, 1, now));
    }
}
