package dev.waxwing.application.redirect;

import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import java.time.Instant;
import java.util.Optional;

/**
 * A redirect as those see it who keep them.
 *
 * @param leads where readers come out at the moment; empty if it leads to something that they may not see
 */
public record RedirectView(SitePath from, Optional<Destination> leads, Redirect.Reason reason, Instant since) {}
