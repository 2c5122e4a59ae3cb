package dev.waxwing.application.redirect;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: give a former address up, so that it answers as unknown. */
public final class RemoveRedirect {
    public record Command(Actor actor, SitePath from) {}

    private final RedirectRepository redirects;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RemoveRedirect(RedirectRepository redirects, UnitOfWork work, Clock clock) {
        this.redirects = redirects;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        command.actor().requireMayCurate();
        work.run(() -> {
            Redirect redirect = redirects
                    .find(command.from())
                    .orElseThrow(() -> new BlogException.NotFound("redirect from", command.from()));
            redirect.remove(clock.instant());
            redirects.remove(redirect);
        });
    }
}
