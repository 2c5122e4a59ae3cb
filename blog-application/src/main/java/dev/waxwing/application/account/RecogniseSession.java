package dev.waxwing.application.account;

import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Account;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Use case: tell who a browser belongs to by the token that it presents. */
public final class RecogniseSession {
    public record Command(Token token) {}

    private final AccountRepository accounts;
    private final SessionStore sessions;
    private final CodesDemand demand;
    private final Clock clock;

    @Inject
    public RecogniseSession(AccountRepository accounts, SessionStore sessions, CodesDemand demand, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.demand = demand;
        this.clock = clock;
    }

    /** Nothing if the session has ended, or its account may not sign in any more. */
    public Optional<SignedIn> handle(Command command) {
        Instant now = clock.instant();
        Optional<Session> session = sessions.find(command.token().hash()).filter(found -> found.isOpenAt(now));
        session.filter(found -> found.isToBeSeenAt(now)).ifPresent(found -> sessions.seen(found.id(), now));
        return session.flatMap(this::owner);
    }

    private Optional<SignedIn> owner(Session session) {
        return accounts.find(session.account())
                .filter(account -> account.state().standing() == Account.Standing.ACTIVE)
                .map(account -> SignedIn.of(session, account, demand));
    }
}
