package dev.waxwing.application.redirect;

import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Keeps the addresses that readers know alive when the thing at them moves. Used inside the unit of work of the move. */
public final class FormerAddresses {
    private final RedirectRepository redirects;

    @Inject
    public FormerAddresses(RedirectRepository redirects) {
        this.redirects = redirects;
    }

    /** Lets {@code from} lead to the thing that moved to {@code to}, where no redirect may stand in its way any more. */
    public void moved(SitePath from, SitePath to, Target thing, Instant now) {
        occupied(to, now);
        leadTo(from, thing, Redirect.Reason.MOVED, now);
    }

    /** Lets an address lead to a thing, whatever it led to before. */
    public void leadTo(SitePath from, Target thing, Redirect.Reason reason, Instant now) {
        Optional<Redirect> present = redirects.find(from);
        present.ifPresent(redirect -> redirect.leadTo(thing, reason, now));
        redirects.save(present.orElseGet(() -> Redirect.add(from, thing, reason, now)));
    }

    /** Something stands at this address now, so it leads nowhere else. */
    public void occupied(SitePath address, Instant now) {
        redirects.find(address).ifPresent(redirect -> {
            redirect.remove(now);
            redirects.remove(redirect);
        });
    }
}
