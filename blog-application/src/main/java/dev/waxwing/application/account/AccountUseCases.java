package dev.waxwing.application.account;

import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with accounts, wired by hand: for embedding, for tests and for the bootstrap. */
public record AccountUseCases(
        RegisterAccount register, SignIn signIn, SignOut signOut, RecogniseSession recognise, AccountQueries queries) {

    /** What accounts are kept in. */
    public record Storage(AccountRepository accounts, AccountQueries queries, SessionStore sessions) {}

    public static AccountUseCases of(
            Storage storage,
            RegisterAuthor authors,
            PasswordHasher hasher,
            TokenGenerator tokens,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        AccountRepository accounts = storage.accounts();
        SessionStore sessions = storage.sessions();
        return new AccountUseCases(
                new RegisterAccount(accounts, authors, hasher, ids, work, clock),
                new SignIn(accounts, sessions, hasher, tokens, ids, work, clock),
                new SignOut(sessions, work),
                new RecogniseSession(accounts, sessions, clock),
                storage.queries());
    }
}
