package dev.waxwing.domain.token;

import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A secret with which a program acts in somebody's name, within its scopes, until it expires or is revoked. */
public final class ApiToken extends AggregateRoot<ApiTokenEvent> {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);

    /**
     * The whole state in one value: the only door for adapters that store tokens.
     *
     * @param hash SHA-256 of the secret, which itself is kept nowhere
     * @param lastUsed null until it is used
     * @param revoked null while it is not
     */
    public record State(
            ApiTokenId id,
            AccountId owner,
            String name,
            String hash,
            Set<Scope> scopes,
            Instant issued,
            Instant expires,
            @Nullable Instant lastUsed,
            @Nullable Instant revoked,
            long version) {

        public State {
            scopes = Set.copyOf(scopes);
        }

        private State revokedAt(Instant at) {
            return new State(id, owner, name, hash, scopes, issued, expires, lastUsed, at, version);
        }
    }

    private State state;

    private ApiToken(State state) {
        this.state = state;
    }

    /**
     * A token that is good from now on.
     *
     * @param name what it is for; 1 to 100 characters on one line
     * @throws BlogException.Invalid if it has no scope, or would expire in the past or in more than a year
     */
    public static ApiToken issue(
            ApiTokenId id, AccountId owner, String name, String hash, Set<Scope> scopes, Instant expires, Instant now) {
        if (scopes.isEmpty()) {
            throw new BlogException.Invalid("scopes", "Choose at least one thing that the token is for");
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw new BlogException.Invalid("expires", "A token expires after now, and within a year");
        }
        ApiToken token = new ApiToken(new State(
                id,
                owner,
                Text.line("name", name, LONGEST_NAME),
                hash,
                EnumSet.copyOf(scopes),
                now,
                expires,
                null,
                null,
                0));
        token.raise(new ApiTokenEvent.Issued(id, owner, token.state.name(), now));
        return token;
    }

    public static ApiToken restore(State state) {
        return new ApiToken(state);
    }

    /** From now on it opens nothing. */
    public void revoke(Instant now) {
        if (state.revoked() != null) {
            return;
        }
        state = state.revokedAt(now);
        raise(new ApiTokenEvent.Revoked(id(), state.owner(), state.name(), now));
    }

    public boolean isGood(Instant now) {
        return state.revoked() == null && now.isBefore(state.expires());
    }

    public ApiTokenId id() {
        return state.id();
    }

    public State state() {
        return state;
    }
}
