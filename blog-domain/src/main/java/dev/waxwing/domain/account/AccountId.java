package dev.waxwing.domain.account;

import dev.waxwing.domain.shared.BlogException;
import java.util.UUID;

/** The identity of an account. */
public record AccountId(UUID value) {

    /** @throws BlogException.NotFound if the text is no identity */
    public static AccountId parse(String text) {
        try {
            return new AccountId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new BlogException.NotFound("account", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
