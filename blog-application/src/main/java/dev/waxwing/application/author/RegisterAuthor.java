package dev.waxwing.application.author;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: add somebody under whose name posts can appear. */
public final class RegisterAuthor {
    private static final Slug NAMELESS = new Slug("author");

    public record Command(Actor actor, Profile profile) {}

    private final AuthorRepository authors;
    private final FormerAddresses addresses;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RegisterAuthor(
            AuthorRepository authors, FormerAddresses addresses, IdGenerator ids, UnitOfWork work, Clock clock) {
        this.authors = authors;
        this.addresses = addresses;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /** The handle follows from the name; {@code -2} and so on is added while another author has it or had it. */
    public AuthorId handle(Command command) {
        command.actor().requireMayCurate();
        return work.execute(() -> {
            Slug handle = freeHandle(Slug.from(command.profile().name()).orElse(NAMELESS));
            Author author = Author.register(new AuthorId(ids.next()), handle, command.profile(), clock.instant());
            authors.save(author);
            return author.id();
        });
    }

    private Slug freeHandle(Slug wished) {
        Slug handle = wished;
        for (int number = 2; isTaken(handle); number++) {
            handle = wished.numbered(number);
        }
        return handle;
    }

    private boolean isTaken(Slug handle) {
        return authors.find(handle).isPresent()
                || addresses.target(SitePath.ofAuthor(handle)).isPresent();
    }
}
