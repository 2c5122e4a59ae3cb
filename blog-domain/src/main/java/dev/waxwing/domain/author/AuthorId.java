package dev.waxwing.domain.author;

import dev.waxwing.domain.shared.BlogException;
import java.util.UUID;

/** The identity of an author. */
public record AuthorId(UUID value) {

    /** @throws BlogException.NotFound if the text is no identity */
    public static AuthorId parse(String text) {
        try {
            return new AuthorId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new BlogException.NotFound("author", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
