package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.site.SecurityContact;
import java.time.Duration;
import java.util.Optional;

/**
 * How the site is served.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1}
 * @param port 0 for any that is free
 * @param patience how long requests in flight may take to end when the server stops
 * @param idleAtStop how long a connection without a request in flight holds up a stop; should be longer than nearly all
 *     requests take, because one that was quiet for longer may be closed in the moment of its answer
 * @param finishedPages how many bytes of finished pages are kept, outside of the heap; 0 for none, and nothing of one
 * @param cdn how long a network of caches in front may keep a page; zero if there is none
 * @param weaknesses where somebody who finds one is to tell it, if that is public
 * @param proxies who is believed when it says for whom it asks
 * @param metricsToken what opens the figures to others than this machine; empty if nothing does
 */
public record WebSettings(
        String host,
        int port,
        Duration patience,
        Duration idleAtStop,
        long finishedPages,
        Duration cdn,
        Optional<SecurityContact> weaknesses,
        TrustedProxies proxies,
        String metricsToken) {
    private static final int SHARE_OF_MEMORY = 8;

    /** @throws IllegalArgumentException if the port is out of its bounds */
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Port %d is out of bounds".formatted(port));
        }
    }

    public static WebSettings at(String host, int port) {
        return new WebSettings(
                host,
                port,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY,
                Duration.ZERO,
                Optional.empty(),
                TrustedProxies.of(TrustedProxies.USUAL),
                "");
    }

    /** Whether anything of a page is kept after it was sent. */
    boolean keepsPages() {
        return finishedPages > 0;
    }

    /** Behind a network of caches that may keep a page this long. */
    public WebSettings behindCdn(Duration keeps) {
        return new WebSettings(
                host, port, patience, idleAtStop, finishedPages, keeps, weaknesses, proxies, metricsToken);
    }

    /** Behind these proxies and no others. */
    public WebSettings behind(TrustedProxies others) {
        return new WebSettings(host, port, patience, idleAtStop, finishedPages, cdn, weaknesses, others, metricsToken);
    }

    /** With a public address for whoever finds a weakness. */
    public WebSettings toldAt(SecurityContact contact) {
        return new WebSettings(
                host, port, patience, idleAtStop, finishedPages, cdn, Optional.of(contact), proxies, metricsToken);
    }

    /** Tells its figures to whoever knows this token. */
    public WebSettings withMetricsToken(String token) {
        return new WebSettings(host, port, patience, idleAtStop, finishedPages, cdn, weaknesses, proxies, token);
    }
}
