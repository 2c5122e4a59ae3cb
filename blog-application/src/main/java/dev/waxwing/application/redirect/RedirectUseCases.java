package dev.waxwing.application.redirect;

import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with redirects, wired by hand: for embedding, for tests and for the bootstrap. */
public record RedirectUseCases(AddRedirect add, RemoveRedirect remove, RedirectQueries queries) {

    public static RedirectUseCases of(
            RedirectRepository redirects, RedirectQueries queries, UnitOfWork work, Clock clock) {
        return new RedirectUseCases(
                new AddRedirect(redirects, work, clock), new RemoveRedirect(redirects, work, clock), queries);
    }
}
