package dev.waxwing.application.account;

import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Predicate;

/** Use case: end sessions of one's own that are open elsewhere. */
public final class EndSessions {
    /** Which sessions are meant. */
    public sealed interface Which {
        record One(SessionId session) implements Which {}

        record AllBut(SessionId session) implements Which {}
    }

    /** @param present the password as it was typed, which may be anything */
    public record Command(Actor actor, String present, Which which) {}

    private final PresentPassword proof;
    private final SessionStore sessions;
    private final AuditTrail trail;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public EndSessions(
            AccountRepository accounts,
            SignInStore attempts,
            SessionStore sessions,
            PasswordHasher hasher,
            AuditTrail trail,
            UnitOfWork work,
            Clock clock) {
        this.proof = new PresentPassword(accounts, attempts, hasher, work, clock);
        this.sessions = sessions;
        this.trail = trail;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Invalid of the field {@code present}, if that is not the present password, or was guessed too often
     */
    public void handle(Command command) {
        AccountId account = command.actor().requireOwnAccount();
        proof.require(account, command.present());
        Predicate<Session> meant = meant(command.which());
        work.run(() -> sessions.of(account).stream().filter(meant).forEach(session -> {
            sessions.end(account, session.id());
            trail.record("Account.SessionEnded", account.toString(), clock.instant());
        }));
    }

    private static Predicate<Session> meant(Which which) {
        if (which instanceof Which.One one) {
            return session -> session.id().equals(one.session());
        }
        Which.AllBut others = (Which.AllBut) which;
        return session -> !session.id().equals(others.session());
    }
}
