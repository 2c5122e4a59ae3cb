package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: let somebody sign in again who was suspended. */
public final class ReadmitAccount {
    public record Command(Actor actor, AccountId account) {}

    private final AccountRepository accounts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ReadmitAccount(AccountRepository accounts, UnitOfWork work, Clock clock) {
        this.accounts = accounts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        command.actor().requireMayAdminister();
        work.run(() -> {
            Account account = accounts.get(command.account());
            account.readmit(clock.instant());
            accounts.save(account);
        });
    }
}
