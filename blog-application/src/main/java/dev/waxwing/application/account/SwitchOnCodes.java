package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.SecondFactor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Use case: ask for a code of one's device from now on, whenever somebody signs in to one's account. */
public final class SwitchOnCodes {
    /**
     * @param present the password as it was typed, which may be anything
     * @param key that the device was given
     * @param code that it makes of it, which shows that it can
     */
    public record Command(Actor actor, String present, String key, String code) {}

    private final PresentPassword proof;
    private final AccountRepository accounts;
    private final OneTimeCodes codes;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SwitchOnCodes(
            AccountRepository accounts,
            SignInStore attempts,
            PasswordHasher hasher,
            OneTimeCodes codes,
            UnitOfWork work,
            Clock clock) {
        this.proof = new PresentPassword(accounts, attempts, hasher, work, clock);
        this.accounts = accounts;
        this.codes = codes;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Returns the recovery codes, which are never shown again.
     *
     * @throws BlogException.Invalid of the field {@code present}, if that is not the present password, or was guessed too
     *     often; of the field {@code code}, if the key does not give this code now
     */
    public List<String> handle(Command command) {
        AccountId own = command.actor().requireOwnAccount();
        proof.require(own, command.present());
        Instant now = clock.instant();
        long step = codes.step(command.key(), command.code().replaceAll("\\s", ""), now)
                .orElseThrow(() -> new BlogException.Invalid(
                        "code", "This is not the code that the key gives now; check the clock of your device"));
        List<String> recovery = RecoveryCodes.make(codes);
        SecondFactor factor = new SecondFactor(
                command.key(), step, recovery.stream().map(RecoveryCodes::hash).toList());
        work.run(() -> {
            Account account = accounts.get(own);
            account.askForCodes(factor, now);
            accounts.save(account);
        });
        return recovery;
    }
}
