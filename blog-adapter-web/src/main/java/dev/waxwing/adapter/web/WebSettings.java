package dev.waxwing.adapter.web;

import java.time.Duration;

/**
 * How the site is served.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1}
 * @param port 0 for any that is free
 * @param patience how long requests in flight may take to end when the server stops
 * @param idleAtStop how long a connection without a request in flight holds up a stop; should be longer than nearly all
 *     requests take, because one that was quiet for longer may be closed in the moment of its answer
 * @param finishedPages how many bytes of finished pages are kept, outside of the heap; 0 for none, and nothing of one
 */
public record WebSettings(
        String host, int port, Duration patience, Duration idleAtStop, long finishedPages, Surroundings around) {
    private static final int SHARE_OF_MEMORY = 8;

    /** With what comes after it, less than a supervisor waits: 30 seconds in the unit for systemd. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** @throws IllegalArgumentException if the port is out of its bounds */
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Port %d is out of bounds".formatted(port));
        }
    }

    public static WebSettings at(String host, int port) {
        return at(host, port, Surroundings.USUAL);
    }

    public static WebSettings at(String host, int port, Surroundings around) {
        return new WebSettings(
                host,
                port,
                PATIENCE,
                Duration.ofSeconds(1),
                Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY,
                around);
    }

    /** Whether anything of a page is kept after it was sent. */
    boolean keepsPages() {
        return finishedPages > 0;
    }
}
