package dev.waxwing.domain.account;

import dev.waxwing.domain.shared.BlogException;
import java.text.Normalizer;

/**
 * A password that somebody wishes to have. Its length is the only rule (NIST SP 800-63B-4, section 3.1.1.2): rules about
 * letters and digits make passwords that are easier to guess.
 *
 * @param value 12 to 200 characters in Unicode form NFC, so that any keyboard can write it again
 */
public record Password(String value) {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    /** @throws BlogException.Invalid if it is shorter or longer */
    public Password {
        value = composed(value);
        if (value.length() < SHORTEST) {
            throw new BlogException.Invalid("password", "A password needs at least %d characters".formatted(SHORTEST));
        }
        if (value.length() > LONGEST) {
            throw new BlogException.Invalid("password", "A password can have at most %d characters".formatted(LONGEST));
        }
    }

    /** What was typed, in the form in which passwords are compared. */
    public static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** Without the password: what is secret must not end up in a log. */
    @Override
    public String toString() {
        return "Password";
    }
}
