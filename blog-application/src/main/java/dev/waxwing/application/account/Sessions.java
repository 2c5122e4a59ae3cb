package dev.waxwing.application.account;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Opens sessions and ends them. Each has an identity and a token of its own: none is ever taken over from before. */
public final class Sessions {
    private final SessionStore store;
    private final TokenGenerator tokens;
    private final IdGenerator ids;
    private final Clock clock;

    @Inject
    public Sessions(SessionStore store, TokenGenerator tokens, IdGenerator ids, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the token that the browser is to present. */
    Token open(AccountId account, Client client) {
        Instant now = clock.instant();
        store.forget(now.minus(Session.LONGEST_REST), now.minus(Session.LONGEST_LIFE));
        Token token = tokens.next();
        store.open(new Session(new SessionId(ids.next()), account, token.hash(), client, now, now));
        return token;
    }

    /** For when somebody's password or role is another from now on. */
    void endAll(AccountId account) {
        store.endAll(account);
    }
}
