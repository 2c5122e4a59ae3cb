package dev.waxwing.application.token;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.ApiTokenId;
import java.time.Instant;
import java.util.Optional;

/** Port: personal tokens as aggregates. Saving also appends the pending events to the change feed. */
public interface ApiTokenRepository {
    Optional<ApiToken> find(ApiTokenId id);

    /** The token of which the secret has this hash, whether it is still good or not. */
    Optional<ApiToken> findByHash(String hash);

    /** @throws BlogException.NotFound if there is none */
    default ApiToken get(ApiTokenId id) {
        return find(id).orElseThrow(() -> new BlogException.NotFound("token", id));
    }

    /** @throws BlogException.Conflict if it was changed by someone else since it was loaded */
    void save(ApiToken token);

    /**
     * Remembers when a token was last used, while anything can be changed; no event, and nothing that has to survive a power
     * cut.
     */
    void used(ApiTokenId id, Instant at);

    /** Forgets some of the tokens that expired or were revoked before an instant, at most so many; returns how many. */
    int forgetEnded(Instant before, int limit);
}
