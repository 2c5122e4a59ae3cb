package dev.waxwing.domain.tag;

import dev.waxwing.domain.shared.BlogException;
import java.util.UUID;

/** The identity of a tag. */
public record TagId(UUID value) {

    /** @throws BlogException.NotFound if the text is no identity */
    public static TagId parse(String text) {
        try {
            return new TagId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new BlogException.NotFound("tag", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
