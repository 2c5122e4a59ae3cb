package dev.waxwing.domain.site;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A link at the head of each page.
 *
 * @param label 1 to 40 characters on one line
 * @param target a path of this site, or an {@code https} address elsewhere; at most 500 characters, percent-encoded (RFC 3986)
 */
public record NavigationLink(String label, String target) {
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_TARGET = 500;

    /** @throws BlogException.Invalid if a part breaks its rule */
    public NavigationLink {
        label = Text.line("label", label, LONGEST_LABEL);
        target = encoded(target.strip());
    }

    private static String encoded(String target) {
        try {
            URI address = new URI(target);
            String encoded = address.toASCIIString();
            if (encoded.length() <= LONGEST_TARGET && (isPath(address) || isSecure(address))) {
                return encoded;
            }
        } catch (URISyntaxException e) {
            // refused below, in words about the whole
        }
        throw new BlogException.Invalid(
                "navigation",
                "'%s' is neither a path of this site, such as /about, nor an address that starts with https://"
                        .formatted(target.length() > 100 ? target.substring(0, 100) + "…" : target));
    }

    private static boolean isPath(URI address) {
        return address.getScheme() == null
                && address.getRawAuthority() == null
                && address.getRawPath().startsWith("/");
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }
}
