package dev.waxwing.adapter.web.shared;

import java.time.Duration;

/** Whoever watches the blog: hears what it does, and tells programs in figures how it does. */
public interface Watcher {
    /** Nobody does. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void answered(String method, String route, int status, Duration took) {}

        @Override
        public void refusedSignIn() {}

        @Override
        public String figures() {
            return "";
        }

        @Override
        public String version() {
            return "";
        }
    };

    /**
     * A request was answered, and not from the finished pages, which count for themselves.
     *
     * @param method one that is known, or {@code other}
     * @param route of the route table, or {@link Footprint#NOWHERE}
     * @param took from its first byte to the last one of the answer
     */
    void answered(String method, String route, int status, Duration took);

    /** Somebody tried to sign in and was not let in. */
    void refusedSignIn();

    /** In the text format of Prometheus, version 0.0.4. */
    String figures();

    /** Which version of the program it watches. */
    String version();
}
