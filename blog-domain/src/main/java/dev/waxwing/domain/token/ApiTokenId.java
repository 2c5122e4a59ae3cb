package dev.waxwing.domain.token;

import dev.waxwing.domain.shared.BlogException;
import java.util.UUID;

/** The identity of a personal token, which is no secret. */
public record ApiTokenId(UUID value) {

    /** @throws BlogException.NotFound if the text is no identity */
    public static ApiTokenId parse(String text) {
        try {
            return new ApiTokenId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new BlogException.NotFound("token", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
