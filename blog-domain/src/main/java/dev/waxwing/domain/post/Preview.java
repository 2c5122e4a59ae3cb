package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link by which somebody without an account reads the newest text of a post, until it expires or is revoked. */
public final class Preview extends AggregateRoot<PreviewEvent> {
    public static final Duration LONGEST = Duration.ofDays(90);

    /**
     * The whole state in one value: the only door for adapters that store preview links.
     *
     * @param secret the SHA-256 of the secret in the link, in hexadecimal digits; the secret itself is kept nowhere
     * @param revokedAt present if somebody revoked it
     * @param version counts the saves, 0 before the first
     */
    public record State(
            PreviewId id,
            PostId post,
            String secret,
            Instant since,
            Instant until,
            @Nullable Instant revokedAt,
            long version) {}

    private State state;

    private Preview(State state) {
        this.state = state;
    }

    /**
     * A new link.
     *
     * @throws BlogException.Invalid if it would be open for less than a second or more than 90 days
     */
    public static Preview share(PreviewId id, PostId post, String secret, Duration open, Instant now) {
        if (open.compareTo(Duration.ofSeconds(1)) < 0 || open.compareTo(LONGEST) > 0) {
            throw new BlogException.Invalid(
                    "days", "A preview link is open for 1 to %d days".formatted(LONGEST.toDays()));
        }
        Instant until = now.plus(open);
        Preview preview = new Preview(new State(id, post, secret, now, until, null, 0));
        preview.raise(new PreviewEvent.Shared(id, post, until, now));
        return preview;
    }

    public static Preview restore(State state) {
        return new Preview(state);
    }

    /** Closes the link, for ever. */
    public void revoke(Instant now) {
        if (state.revokedAt() == null) {
            state = new State(
                    state.id(), state.post(), state.secret(), state.since(), state.until(), now, state.version());
            raise(new PreviewEvent.Revoked(state.id(), state.post(), now));
        }
    }

    /** Whether whoever has the link may read. */
    public boolean isOpen(Instant now) {
        return state.revokedAt() == null && now.isBefore(state.until());
    }

    public State state() {
        return state;
    }
}
