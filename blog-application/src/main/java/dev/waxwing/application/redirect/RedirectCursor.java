package dev.waxwing.application.redirect;

import dev.waxwing.domain.redirect.SitePath;
import java.time.Instant;

/** Where a page of the list of redirects ended. */
public record RedirectCursor(Instant since, SitePath from) {
    public static RedirectCursor of(RedirectView last) {
        return new RedirectCursor(last.since(), last.from());
    }
}
