package dev.waxwing.application.account;

import dev.waxwing.domain.account.Actor;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Use case: see where one is signed in. */
public final class OwnSessions {
    public record Command(Actor actor) {}

    private final SessionStore sessions;
    private final Clock clock;

    @Inject
    public OwnSessions(SessionStore sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The open ones, the one used last first. */
    public List<SessionView> handle(Command command) {
        Instant now = clock.instant();
        return sessions.of(command.actor().requireOwnAccount()).stream()
                .filter(session -> session.isOpenAt(now))
                .map(session -> new SessionView(session.id(), session.client(), session.startedAt(), session.seenAt()))
                .toList();
    }
}
