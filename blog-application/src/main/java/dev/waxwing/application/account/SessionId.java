package dev.waxwing.application.account;

import dev.waxwing.domain.shared.BlogException;
import java.util.UUID;

/** The identity of a session, which may be shown; its token may not. */
public record SessionId(UUID value) {

    /** @throws BlogException.NotFound if the text is no identity */
    public static SessionId parse(String text) {
        try {
            return new SessionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new BlogException.NotFound("session", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
