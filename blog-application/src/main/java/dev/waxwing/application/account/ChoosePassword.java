package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: choose a password by a link, to join the blog or because the old one was lost. */
public final class ChoosePassword {
    public record Command(Token link, Password password) {}

    private final AccountRepository accounts;
    private final Links links;
    private final Sessions sessions;
    private final GuessablePasswords guessable;
    private final PasswordHasher hasher;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ChoosePassword(
            AccountRepository accounts,
            Links links,
            Sessions sessions,
            GuessablePasswords guessable,
            PasswordHasher hasher,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.guessable = guessable;
        this.hasher = hasher;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Ends every session of the account; the new password is for signing in with.
     *
     * @throws BlogException.Invalid of the field {@code password}, if that is one of the first to be guessed
     * @throws BlogException.Conflict if the link was used, has ended or was never there
     */
    public void handle(Command command) {
        guessable.refuse(command.password(), owner(command.link()).state().person());
        PasswordHash password = hasher.hash(command.password());
        work.run(() -> {
            Account account = owner(command.link());
            account.choosePassword(password, clock.instant());
            accounts.save(account);
            links.revoke(account.id());
            sessions.endAll(account.id());
        });
    }

    private Account owner(Token link) {
        return links.owner(link)
                .orElseThrow(() -> new BlogException.Conflict(
                        "This link was used already, or it is too old; ask an administrator for another"));
    }
}
