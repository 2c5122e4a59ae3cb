package dev.waxwing.application.author;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with authors, wired by hand: for embedding, for tests and for the bootstrap. */
public record AuthorUseCases(
        RegisterAuthor register,
        ChangeProfile changeProfile,
        MoveAuthor move,
        ChangeSeenAuthor changeSeen,
        AuthorQueries queries) {

    public static AuthorUseCases of(
            AuthorRepository authors,
            AuthorQueries queries,
            RedirectRepository redirects,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        FormerAddresses addresses = new FormerAddresses(redirects);
        return new AuthorUseCases(
                new RegisterAuthor(authors, addresses, ids, work, clock),
                new ChangeProfile(authors, work, clock),
                new MoveAuthor(authors, addresses, work, clock),
                new ChangeSeenAuthor(authors, work),
                queries);
    }
}
