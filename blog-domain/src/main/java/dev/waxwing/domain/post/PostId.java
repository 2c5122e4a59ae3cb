package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.BlogException;
import java.util.UUID;

/** The identity of a post. */
public record PostId(UUID value) {

    /** @throws BlogException.NotFound if the text is no identity */
    public static PostId parse(String text) {
        try {
            return new PostId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new BlogException.NotFound("post", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
