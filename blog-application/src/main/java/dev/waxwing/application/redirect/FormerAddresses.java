package dev.waxwing.application.redirect;

import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
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

    /** Where readers who come to an address are led. */
    public Optional<Target> target(SitePath address) {
        return redirects.find(address).map(Redirect::state).map(Redirect.State::target);
    }

    /** @throws BlogException.Conflict if readers who come to the address are led to something else than this thing */
    public void requireFree(SitePath address, Target thing) {
        if (target(address).filter(other -> !other.equals(thing)).isPresent()) {
            throw new BlogException.Conflict(
                    "Readers of something else may come to '%s'; choose another address, or give that one up first"
                            .formatted(address));
        }
    }

    /** Lets every address that led to one thing lead to another. */
    public void inherit(Target former, Target heir, Instant now) {
        for (Redirect redirect : redirects.leadingTo(former)) {
            redirect.leadTo(heir, redirect.state().reason(), now);
            redirects.save(redirect);
        }
    }

    /** Something stands at this address now, so it leads nowhere else. */
    public void occupied(SitePath address, Instant now) {
        redirects.find(address).ifPresent(redirect -> {
            redirect.remove(now);
            redirects.remove(redirect);
        });
    }
}
