package dev.waxwing.application.author;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: change what readers learn of an author. */
public final class ChangeProfile {
    public record Command(Actor actor, AuthorId author, Profile profile) {}

    private final AuthorRepository authors;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ChangeProfile(AuthorRepository authors, UnitOfWork work, Clock clock) {
        this.authors = authors;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        command.actor().requireMayChangeProfile(command.author());
        work.run(() -> {
            Author author = authors.get(command.author());
            author.changeProfile(command.profile(), clock.instant());
            authors.save(author);
        });
    }
}
