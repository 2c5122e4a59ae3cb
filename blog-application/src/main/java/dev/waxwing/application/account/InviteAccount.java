package dev.waxwing.application.account;

import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: ask somebody to write here; they choose their password by a link. */
public final class InviteAccount {
    public record Command(Actor actor, EmailAddress email, String name, Role role) {}

    private final AccountRepository accounts;
    private final RegisterAuthor authors;
    private final Links links;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public InviteAccount(
            AccountRepository accounts,
            RegisterAuthor authors,
            Links links,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.authors = authors;
        this.links = links;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Returns the token of the link, which is to reach the invited person and nobody else.
     *
     * @throws BlogException.Conflict if the e-mail address is that of another account
     */
    public Token handle(Command command) {
        command.actor().requireMayAdminister();
        return work.execute(() -> {
            AuthorId author =
                    authors.handle(new RegisterAuthor.Command(command.actor(), Profile.named(command.name())));
            Account.Person person = new Account.Person(command.email(), command.name(), author);
            Account account = Account.invite(new AccountId(ids.next()), person, command.role(), clock.instant());
            accounts.save(account);
            return links.make(account);
        });
    }
}
