package dev.waxwing.adapter.web.site;

import java.util.List;
import java.util.Optional;

/** What the blog needs in order to work, and how each of it does at the moment. */
@FunctionalInterface
public interface Readiness {
    List<Check> checks();

    /** What is lost while a check fails. */
    enum Loss {
        /** Readers cannot be served. */
        READING,
        /** Readers are served as ever; something else waits until it works again. */
        LESS
    }

    /** @param trouble in a few words that anybody may read; empty while all is well */
    record Check(String name, Loss loss, Optional<String> trouble) {
        public boolean turnsReadersAway() {
            return loss == Loss.READING && trouble.isPresent();
        }
    }
}
