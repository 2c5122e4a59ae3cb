package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: ask for no codes any more; administrators do it for whoever has lost the device and the paper. */
public final class SwitchOffCodes {
    public record Command(Actor actor, AccountId account) {}

    private final AccountRepository accounts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SwitchOffCodes(AccountRepository accounts, UnitOfWork work, Clock clock) {
        this.accounts = accounts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        command.actor().requireMayKeep(command.account());
        work.run(() -> {
            Account account = accounts.get(command.account());
            account.askForNoCodes(clock.instant());
            accounts.save(account);
        });
    }
}
