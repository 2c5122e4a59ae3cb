package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: ask for no codes any more, whenever somebody signs in to one's account. */
public final class SwitchOffCodes {
    /** @param present the password as it was typed, which may be anything */
    public record Command(Actor actor, String present) {}

    private final PresentPassword proof;
    private final CodesDemand demand;
    private final AccountRepository accounts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SwitchOffCodes(
            AccountRepository accounts,
            SignInStore attempts,
            PasswordHasher hasher,
            CodesDemand demand,
            UnitOfWork work,
            Clock clock) {
        this.proof = new PresentPassword(accounts, attempts, hasher, work, clock);
        this.demand = demand;
        this.accounts = accounts;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Conflict if codes are demanded of the account
     * @throws BlogException.Invalid of the field {@code present}, if that is not the present password, or was guessed too often
     */
    public void handle(Command command) {
        AccountId own = command.actor().requireOwnAccount();
        if (demand.isOf(command.actor().role())) {
            throw new BlogException.Conflict("This blog asks you for codes; use another device if you have lost yours");
        }
        proof.require(own, command.present());
        work.run(() -> {
            Account account = accounts.get(own);
            account.askForNoCodes(clock.instant());
            accounts.save(account);
        });
    }
}
