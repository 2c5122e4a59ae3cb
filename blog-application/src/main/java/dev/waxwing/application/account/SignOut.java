package dev.waxwing.application.account;

import dev.waxwing.application.audit.AuditTrail;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: end the session of a browser. */
public final class SignOut {
    public record Command(Token token) {}

    private final SessionStore sessions;
    private final AuditTrail trail;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SignOut(SessionStore sessions, AuditTrail trail, UnitOfWork work, Clock clock) {
        this.sessions = sessions;
        this.trail = trail;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> sessions.find(command.token().hash()).ifPresent(session -> {
            sessions.end(session.account(), session.id());
            trail.record("Account.SignedOut", session.account().toString(), clock.instant());
        }));
    }
}
