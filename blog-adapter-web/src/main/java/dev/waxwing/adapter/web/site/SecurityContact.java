package dev.waxwing.adapter.web.site;

import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;

/**
 * Where somebody who has found a weakness is to tell it (RFC 9116, section 2.5.3).
 *
 * @param uri that begins with {@code mailto:} or {@code https:}
 */
public record SecurityContact(String uri) {
    private static final String MAIL = "mailto:";

    /**
     * @param text an e-mail address or an address with https
     * @throws BlogException.Invalid if it is neither
     */
    public static SecurityContact of(String text) {
        if (text.startsWith("https:")) {
            return new SecurityContact(new WebAddress(text).value());
        }
        String mail = text.startsWith(MAIL) ? text.substring(MAIL.length()) : text;
        return new SecurityContact(MAIL + new EmailAddress(mail).value());
    }
}
