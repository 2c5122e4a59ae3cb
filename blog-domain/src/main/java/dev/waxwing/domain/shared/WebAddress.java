package dev.waxwing.domain.shared;

import java.net.URI;
import java.net.URISyntaxException;

/** An absolute {@code http} or {@code https} address with a host and at most 2,000 characters, by RFC 3986. */
public record WebAddress(String value) {
    private static final int LONGEST = 2_000;

    /** @throws BlogException.Invalid if it is anything else */
    public WebAddress {
        value = value.strip();
        if (value.length() > LONGEST || !isWeb(value)) {
            throw new BlogException.Invalid(
                    "address",
                    "'%s' is not a web address; it must start with http:// or https://".formatted(shown(value)));
        }
    }

    public URI uri() {
        return URI.create(value);
    }

    private static boolean isWeb(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String shown(String value) {
        return value.length() > 100 ? value.substring(0, 100) + "…" : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
