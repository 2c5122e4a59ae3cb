package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.BlogException;
import java.util.UUID;

/** The identity of a preview link; not the secret in it. */
public record PreviewId(UUID value) {

    /** @throws BlogException.NotFound if the text is no identity */
    public static PreviewId parse(String text) {
        try {
            return new PreviewId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new BlogException.NotFound("preview link", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
