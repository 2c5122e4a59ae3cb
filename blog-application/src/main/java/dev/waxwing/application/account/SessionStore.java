package dev.waxwing.application.account;

import dev.waxwing.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the sessions. They are no part of the change feed. */
public interface SessionStore {
    void open(Session session);

    Optional<Session> find(String tokenHash);

    /** The sessions of an account, the one used last first; among them may be some that have ended by themselves. */
    List<Session> of(AccountId account);

    /** May be left out while nothing can be changed. */
    void seen(SessionId session, Instant at);

    /** Does nothing if there is none, or it belongs to another account. */
    void end(AccountId account, SessionId session);

    void endAll(AccountId account);

    /** Forgets what was used last before an instant, or started before another. */
    void forget(Instant usedBefore, Instant startedBefore);
}
