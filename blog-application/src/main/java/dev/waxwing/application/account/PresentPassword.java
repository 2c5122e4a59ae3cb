package dev.waxwing.application.account;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.shared.BlogException;
import java.time.Clock;
import java.util.Optional;

/** Asks whoever is signed in for the password once more, before something changes that guards the account. */
final class PresentPassword {
    private final AccountRepository accounts;
    private final SignInThrottle throttle;
    private final PasswordHasher hasher;
    private final UnitOfWork work;

    PresentPassword(
            AccountRepository accounts, SignInStore attempts, PasswordHasher hasher, UnitOfWork work, Clock clock) {
        this.accounts = accounts;
        this.throttle = new SignInThrottle(attempts, work, clock);
        this.hasher = hasher;
        this.work = work;
    }

    /**
     * To be called outside of a unit of work: to compare takes long.
     *
     * @param typed which may be anything
     * @throws BlogException.Invalid of the field {@code present}, if that is not the password of the account, or was guessed
     *     too often
     */
    void require(AccountId account, String typed) {
        SignInThrottle.Attempt attempt = throttle.begin(account);
        if (!attempt.pause().isZero()) {
            throw new BlogException.Invalid(
                    "present",
                    "This was wrong too often; wait %d seconds"
                            .formatted(attempt.pause().plusMillis(999).toSeconds()));
        }
        Optional<PasswordHash> kept =
                Optional.ofNullable(accounts.get(account).state().proof().password());
        if (!hasher.matches(Password.composed(typed), kept)) {
            throw new BlogException.Invalid("present", "This is not your present password");
        }
        work.run(attempt::succeeded);
    }
}
