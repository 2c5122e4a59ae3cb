package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: keep somebody from signing in, from this moment on. */
public final class SuspendAccount {
    public record Command(Actor actor, AccountId account) {}

    private final AccountRepository accounts;
    private final Administrators administrators;
    private final Sessions sessions;
    private final Links links;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SuspendAccount(
            AccountRepository accounts,
            Administrators administrators,
            Sessions sessions,
            Links links,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.sessions = sessions;
        this.links = links;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if nobody would be left to run the blog */
    public void handle(Command command) {
        command.actor().requireMayAdminister();
        work.run(() -> {
            administrators.requireAnotherThan(command.account());
            Account account = accounts.get(command.account());
            account.suspend(clock.instant());
            accounts.save(account);
            sessions.endAll(account.id());
            links.revoke(account.id());
        });
    }
}
