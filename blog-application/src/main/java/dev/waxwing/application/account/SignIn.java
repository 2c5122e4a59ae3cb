package dev.waxwing.application.account;

import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Account;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.PasswordHash;
import dev.waxwing.domain.account.SecondFactor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Use case: open a session for somebody who can prove to be the owner of an account. */
public final class SignIn {
    /**
     * What was typed, which may be anything, and where.
     *
     * @param code of the device or from paper; empty if there is none
     * @param device the token by which this browser is known, if it has one
     */
    public record Command(String email, String password, String code, Client client, Optional<Token> device) {}

    /** What becomes of it. */
    public sealed interface Outcome {
        /**
         * @param session the token that the browser is to present from now on
         * @param device the token by which it is to be known, even when it is signed out
         */
        record Welcome(Token session, Token device) implements Outcome {}

        /** Nothing tells an account that does not exist from a wrong password or code. */
        record Refused() implements Outcome {}

        /** There were too many failures. */
        record Later(Duration pause) implements Outcome {}
    }

    private final AccountRepository accounts;
    private final SignInStore attempts;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final OneTimeCodes codes;
    private final TokenGenerator tokens;
    private final AuditTrail trail;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SignIn(
            AccountRepository accounts,
            SignInStore attempts,
            Sessions sessions,
            PasswordHasher hasher,
            OneTimeCodes codes,
            TokenGenerator tokens,
            AuditTrail trail,
            UnitOfWork work,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.throttle = new SignInThrottle(attempts, work, clock);
        this.sessions = sessions;
        this.hasher = hasher;
        this.codes = codes;
        this.tokens = tokens;
        this.trail = trail;
        this.work = work;
        this.clock = clock;
    }

    public Outcome handle(Command command) {
        Optional<Account> account = account(command.email());
        SignInThrottle.Attempt attempt = throttle.begin(command.email(), command.client(), account, command.device());
        if (!attempt.pause().isZero()) {
            return new Outcome.Later(attempt.pause());
        }
        Optional<PasswordHash> kept = account.flatMap(
                found -> Optional.ofNullable(found.state().proof().password()));
        boolean known = hasher.matches(Password.composed(command.password()), kept);
        Optional<Rehash> rehash = kept.filter(hash -> known).flatMap(hash -> rehash(hash, command.password()));
        return work.execute(() -> account.map(Account::id)
                .filter(id -> known)
                .flatMap(id -> proven(id, command.code(), rehash))
                .<Outcome>map(owner -> welcome(owner, command, attempt))
                .orElseGet(() -> refused(account)));
    }

    private Optional<Account> account(String typed) {
        try {
            return accounts.find(new EmailAddress(typed))
                    .filter(found -> found.state().standing() == Account.Standing.ACTIVE);
        } catch (BlogException.Invalid e) {
            return Optional.empty();
        }
    }

    private record Rehash(PasswordHash weak, PasswordHash strong) {}

    /** Only now is the password at hand. One that would be too short today is left as it is. */
    private Optional<Rehash> rehash(PasswordHash kept, String typed) {
        if (!hasher.isWeak(kept)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Rehash(kept, hasher.hash(new Password(typed))));
        } catch (BlogException.Invalid e) {
            return Optional.empty();
        }
    }

    private Optional<Account> proven(AccountId id, String code, Optional<Rehash> rehash) {
        Account account = accounts.get(id);
        boolean may = account.state().standing() == Account.Standing.ACTIVE && hasProof(account, code);
        rehash.filter(found -> may).ifPresent(found -> account.rehash(found.weak(), found.strong()));
        accounts.save(account);
        return may ? Optional.of(account) : Optional.empty();
    }

    private boolean hasProof(Account account, String code) {
        SecondFactor factor = account.state().proof().secondFactor();
        if (factor == null) {
            return true;
        }
        Instant now = clock.instant();
        OptionalLong step = codes.step(factor.key(), code.replaceAll("\\s", ""), now);
        return step.isPresent()
                ? account.useCodeOf(step.getAsLong(), now)
                : account.useRecoveryCode(RecoveryCodes.hash(code), now);
    }

    /** What was typed is not written down where there is no such account: people type passwords into the wrong field. */
    private Outcome refused(Optional<Account> account) {
        String subject = account.map(found -> found.id().toString()).orElse("unknown address");
        trail.record("Account.SignInRefused", subject, clock.instant());
        return new Outcome.Refused();
    }

    private Outcome.Welcome welcome(Account owner, Command command, SignInThrottle.Attempt attempt) {
        attempt.succeeded();
        Instant now = clock.instant();
        attempts.forgetBefore(now.minus(Failures.MEMORY));
        Token device = command.device()
                .filter(token -> attempts.knows(owner.id(), token.hash()))
                .orElseGet(tokens::next);
        attempts.remember(owner.id(), device.hash(), now);
        trail.record("Account.SignedIn", owner.id().toString(), now);
        return new Outcome.Welcome(sessions.open(owner.id(), command.client()), device);
    }
}
