package dev.waxwing.adapter.web.site;

import java.util.Optional;

/** Whether the blog can serve readers at the moment. */
@FunctionalInterface
public interface Readiness {
    /** What stands in the way, in a few words that anybody may read; empty if nothing does. */
    Optional<String> obstacle();
}
