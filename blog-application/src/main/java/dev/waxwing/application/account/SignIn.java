package dev.waxwing.application.account;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Use case: open a session for somebody who knows an account's password. */
public final class SignIn {
    /** What was typed, which may be anything, and where. */
    public record Command(String email, String password, Client client) {}

    /** What becomes of it. */
    public sealed interface Outcome {
        /** @param session the token that the browser is to present from now on */
        record Welcome(Token session) implements Outcome {}

        /** Nothing tells an account that does not exist from a wrong password. */
        record Refused() implements Outcome {}
    }

    private final AccountRepository accounts;
    private final SessionStore sessions;
    private final PasswordHasher hasher;
    private final TokenGenerator tokens;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SignIn(
            AccountRepository accounts,
            SessionStore sessions,
            PasswordHasher hasher,
            TokenGenerator tokens,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.hasher = hasher;
        this.tokens = tokens;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    public Outcome handle(Command command) {
        Optional<Account> account = account(command.email());
        boolean proven = hasher.matches(
                Password.composed(command.password()),
                account.map(found -> found.state().proof().password()));
        return account.filter(found -> proven)
                .<Outcome>map(found -> open(found, command.client()))
                .orElseGet(Outcome.Refused::new);
    }

    private Optional<Account> account(String typed) {
        try {
            return accounts.find(new EmailAddress(typed))
                    .filter(found -> found.state().standing() == Account.Standing.ACTIVE);
        } catch (BlogException.Invalid e) {
            return Optional.empty();
        }
    }

    private Outcome.Welcome open(Account account, Client client) {
        Token token = tokens.next();
        Instant now = clock.instant();
        work.run(() ->
                sessions.open(new Session(new SessionId(ids.next()), account.id(), token.hash(), client, now, now)));
        return new Outcome.Welcome(token);
    }
}
