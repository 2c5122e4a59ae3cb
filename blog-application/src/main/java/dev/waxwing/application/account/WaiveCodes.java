package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: ask somebody else for no codes any more, who has lost the device and the paper. */
public final class WaiveCodes {
    public record Command(Actor actor, AccountId account) {}

    private final AccountRepository accounts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public WaiveCodes(AccountRepository accounts, UnitOfWork work, Clock clock) {
        this.accounts = accounts;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Forbidden unless the actor runs the blog
     * @throws BlogException.Conflict if it is the actor's own account, for which the password is asked
     */
    public void handle(Command command) {
        command.actor().requireMayAdminister();
        if (command.actor().account().filter(command.account()::equals).isPresent()) {
            throw new BlogException.Conflict("Your own codes are switched off under My account");
        }
        work.run(() -> {
            Account account = accounts.get(command.account());
            account.askForNoCodes(clock.instant());
            accounts.save(account);
        });
    }
}
