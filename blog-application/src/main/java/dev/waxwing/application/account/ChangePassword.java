package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: choose another password for one's own account. */
public final class ChangePassword {
    /** @param present as it was typed, which may be anything */
    public record Command(Actor actor, String present, Password wished, Client client) {}

    private final AccountRepository accounts;
    private final PresentPassword proof;
    private final Sessions sessions;
    private final GuessablePasswords guessable;
    private final PasswordHasher hasher;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ChangePassword(
            AccountRepository accounts,
            SignInStore attempts,
            Sessions sessions,
            GuessablePasswords guessable,
            PasswordHasher hasher,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.proof = new PresentPassword(accounts, attempts, hasher, work, clock);
        this.sessions = sessions;
        this.guessable = guessable;
        this.hasher = hasher;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Ends every session of the account, and returns the token of a new one.
     *
     * @throws BlogException.Invalid of the field {@code present}, if that is not the present password, or was guessed too
     *     often; of the field {@code password}, if the other one is one of the first to be guessed
     */
    public Token handle(Command command) {
        Account own = accounts.get(command.actor().requireOwnAccount());
        guessable.refuse(command.wished(), own.state().person());
        proof.require(own.id(), command.present());
        PasswordHash password = hasher.hash(command.wished());
        return work.execute(() -> {
            Account account = accounts.get(own.id());
            account.choosePassword(password, clock.instant());
            accounts.save(account);
            sessions.endAll(account.id());
            return sessions.open(account.id(), command.client());
        });
    }
}
