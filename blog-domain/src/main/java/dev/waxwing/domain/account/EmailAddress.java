package dev.waxwing.domain.account;

import dev.waxwing.domain.shared.BlogException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that mail reaches (RFC 5321, section 4.1.2), in lower case: no mail server that matters tells letters apart by
 * their case, and people do not either.
 *
 * @param value at most 254 characters; a name, an {@code @} and a domain, without blanks, quotes or comments
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?"
                    + "(\\.[\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?)*");

    /** @throws BlogException.Invalid if it is no such address */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        boolean fits = value.length() <= LONGEST && value.indexOf('@') <= LONGEST_NAME;
        if (!fits || !SHAPE.matcher(value).matches()) {
            throw new BlogException.Invalid("email", "Write an e-mail address, such as ada@example.org");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
