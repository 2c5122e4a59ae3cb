package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.site.SecurityContact;
import java.time.Duration;
import java.util.Optional;

/**
 * What a site has to know of the world around it.
 *
 * @param cdn how long a network of caches in front may keep a page; zero if there is none
 * @param proxies who is believed when it says for whom it asks
 * @param weaknesses where somebody who finds one is to tell it, if that is public
 * @param metricsToken what opens the figures to others than this machine; empty if nothing does
 */
public record Surroundings(
        Duration cdn, TrustedProxies proxies, Optional<SecurityContact> weaknesses, String metricsToken) {
    /** Nothing but the proxies that are believed unless others are named. */
    public static final Surroundings USUAL =
            new Surroundings(Duration.ZERO, TrustedProxies.of(TrustedProxies.USUAL), Optional.empty(), "");
}
