package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: let somebody do more, or less. */
public final class ChangeRole {
    public record Command(Actor actor, AccountId account, Role role) {}

    private final AccountRepository accounts;
    private final Administrators administrators;
    private final Sessions sessions;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ChangeRole(
            AccountRepository accounts,
            Administrators administrators,
            Sessions sessions,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Ends the sessions of the account, so that no page stays open that the role does not allow.
     *
     * @throws BlogException.Conflict if nobody would be left to run the blog
     */
    public void handle(Command command) {
        command.actor().requireMayAdminister();
        work.run(() -> {
            if (command.role() != Role.ADMINISTRATOR) {
                administrators.requireAnotherThan(command.account());
            }
            Account account = accounts.get(command.account());
            if (account.state().role() != command.role()) {
                account.changeRole(command.role(), clock.instant());
                accounts.save(account);
                sessions.endAll(account.id());
            }
        });
    }
}
