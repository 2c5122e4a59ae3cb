package dev.waxwing.application.account;

import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: add somebody who can sign in at once, and the author under whose name they write. */
public final class RegisterAccount {
    public record Command(Actor actor, EmailAddress email, String name, Role role, Password password) {}

    private final AccountRepository accounts;
    private final RegisterAuthor authors;
    private final GuessablePasswords guessable;
    private final PasswordHasher hasher;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RegisterAccount(
            AccountRepository accounts,
            RegisterAuthor authors,
            GuessablePasswords guessable,
            PasswordHasher hasher,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.authors = authors;
        this.guessable = guessable;
        this.hasher = hasher;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Invalid of the field {@code password}, if that is one of the first to be guessed
     * @throws BlogException.Conflict if the e-mail address is that of another account
     */
    public AccountId handle(Command command) {
        command.actor().requireMayAdminister();
        guessable.refuse(command.password(), new Account.Person(command.email(), command.name(), null));
        PasswordHash password = hasher.hash(command.password());
        return work.execute(() -> {
            AuthorId author =
                    authors.handle(new RegisterAuthor.Command(command.actor(), Profile.named(command.name())));
            Account.Person person = new Account.Person(command.email(), command.name(), author);
            Account account =
                    Account.register(new AccountId(ids.next()), person, command.role(), password, clock.instant());
            accounts.save(account);
            return account.id();
        });
    }
}
