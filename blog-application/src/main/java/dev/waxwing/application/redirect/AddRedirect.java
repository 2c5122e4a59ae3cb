package dev.waxwing.application.redirect;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Use case: let an address lead somewhere else, permanently, or say that nothing is there any more. */
public final class AddRedirect {
    public record Command(Actor actor, SitePath from, Target target) {}

    private final RedirectRepository redirects;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public AddRedirect(RedirectRepository redirects, UnitOfWork work, Clock clock) {
        this.redirects = redirects;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Invalid if the address is one of the site's own pages
     * @throws BlogException.Conflict if a post stands there, or readers following it would come back to where they started
     */
    public void handle(Command command) {
        command.actor().requireMayCurate();
        work.run(() -> {
            requireNothingThere(command.from());
            requireNoLoop(command.from(), command.target());
            Instant now = clock.instant();
            Optional<Redirect> present = redirects.find(command.from());
            present.ifPresent(redirect -> redirect.leadTo(command.target(), Redirect.Reason.WRITTEN, now));
            redirects.save(present.orElseGet(
                    () -> Redirect.add(command.from(), command.target(), Redirect.Reason.WRITTEN, now)));
        });
    }

    /** What stands at an address answers there, and no redirect is ever asked. */
    private void requireNothingThere(SitePath from) {
        if (SitePages.alwaysContain(from)) {
            throw new BlogException.Invalid("path", "'%s' is a page of the site itself".formatted(from));
        }
        if (redirects.isTakenByPost(from)) {
            throw new BlogException.Conflict("A post stands at '%s'; move it first".formatted(from));
        }
    }

    private void requireNoLoop(SitePath from, Target target) {
        Target next = target;
        for (int hops = 0; next instanceof Target.ToPath to; hops++) {
            if (to.path().equals(from) || hops == RedirectQueries.LONGEST_CHAIN) {
                throw new BlogException.Conflict("'%s' would lead back to itself".formatted(from));
            }
            Optional<Redirect> further = redirects.find(to.path());
            if (further.isEmpty()) {
                return;
            }
            next = further.get().state().target();
        }
    }
}
