package dev.waxwing.application.author;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Use case: give an author's page another address and let the former one lead there. */
public final class MoveAuthor {
    public record Command(Actor actor, AuthorId author, Slug handle) {}

    private final AuthorRepository authors;
    private final FormerAddresses addresses;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public MoveAuthor(AuthorRepository authors, FormerAddresses addresses, UnitOfWork work, Clock clock) {
        this.authors = authors;
        this.addresses = addresses;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if another author has the handle, or once had it */
    public void handle(Command command) {
        command.actor().requireMayCurate();
        work.run(() -> {
            Author author = authors.get(command.author());
            Slug from = author.state().handle();
            Slug to = command.handle();
            if (from.equals(to)) {
                return;
            }
            Target thing = new Target.ToAuthor(command.author());
            addresses.requireFree(SitePath.ofAuthor(to), thing);
            Instant now = clock.instant();
            author.moveTo(to, now);
            authors.save(author);
            addresses.moved(SitePath.ofAuthor(from), SitePath.ofAuthor(to), thing, now);
        });
    }
}
