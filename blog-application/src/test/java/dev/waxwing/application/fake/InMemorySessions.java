package dev.waxwing.application.fake;

import dev.waxwing.application.account.Session;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.account.SessionStore;
import dev.waxwing.domain.account.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sessions in memory. */
public final class InMemorySessions implements SessionStore {
    private final InMemoryBlog blog;

    InMemorySessions(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public void open(Session session) {
        blog.write(stored -> stored.sessions.put(session.id(), session));
    }

    @Override
    public Optional<Session> find(String tokenHash) {
        return blog.read(stored -> stored.sessions.values().stream()
                .filter(session -> session.tokenHash().equals(tokenHash))
                .findFirst());
    }

    @Override
    public List<Session> of(AccountId account) {
        return blog.read(stored -> stored.sessions.values().stream()
                .filter(session -> session.account().equals(account))
                .sorted(Comparator.comparing(Session::seenAt)
                        .thenComparing(session -> session.id().value())
                        .reversed())
                .toList());
    }

    @Override
    public void seen(SessionId session, Instant at) {
        blog.write(stored -> stored.sessions.computeIfPresent(
                session,
                (id, found) ->
                        new Session(id, found.account(), found.tokenHash(), found.client(), found.startedAt(), at)));
    }

    @Override
    public void end(AccountId account, SessionId session) {
        blog.write(stored -> stored.sessions
                .values()
                .removeIf(found -> found.id().equals(session) && found.account().equals(account)));
    }

    @Override
    public void endAll(AccountId account) {
        blog.write(stored ->
                stored.sessions.values().removeIf(session -> session.account().equals(account)));
    }

    @Override
    public void forget(Instant usedBefore, Instant startedBefore) {
        blog.write(stored -> stored.sessions
                .values()
                .removeIf(session -> session.seenAt().isBefore(usedBefore)
                        || session.startedAt().isBefore(startedBefore)));
    }
}
