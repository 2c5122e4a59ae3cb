package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import jakarta.inject.Inject;

/** Use case: end the session of a browser. */
public final class SignOut {
    public record Command(Token token) {}

    private final SessionStore sessions;
    private final UnitOfWork work;

    @Inject
    public SignOut(SessionStore sessions, UnitOfWork work) {
        this.sessions = sessions;
        this.work = work;
    }

    public void handle(Command command) {
        work.run(() -> sessions.find(command.token().hash())
                .ifPresent(session -> sessions.end(session.account(), session.id())));
    }
}
