package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Keeps pages of others from sending forms in somebody's name: what changes something has to come from a page of this site,
 * as the browser says itself ({@code Origin}, {@code Sec-Fetch-Site}), and bring a token that only such a page knows.
 */
public final class Csrf {
    public static final String FIELD = "csrf";
    public static final String HEADER = "X-CSRF-Token";

    private Csrf() {}

    /** What the forms of a browser that holds this token have to send. */
    public static String of(Token token) {
        return new Token("csrf " + token.value()).hash();
    }

    /**
     * @param site where readers find this site, as some proxies do not pass on
     * @throws BlogException.Forbidden if the request comes from elsewhere, or without the token
     */
    static void require(Context ctx, WebAddress site, Optional<String> expected) {
        if (isForeign(ctx, site) || expected.filter(token -> isSent(ctx, token)).isEmpty()) {
            throw new BlogException.Forbidden(
                    "This form was open for too long, or it came from another site; nothing was changed."
                            + " Send it from a page that was just loaded");
        }
    }

    /** Whether whoever is signed in sent the token of the session along. */
    static boolean isGood(Context ctx) {
        return Requester.find(ctx)
                .filter(requester -> isSent(ctx, requester.csrf()))
                .isPresent();
    }

    static boolean isForeign(Context ctx, WebAddress site) {
        String origin = ctx.header("Origin");
        if (origin != null) {
            boolean isOfTheSite = origin.equals(origin(site));
            return !isOfTheSite && !host(origin).equals(Optional.ofNullable(ctx.header("Host")));
        }
        return isSaidToBeForeign(ctx);
    }

    /** Whether the browser says, in words that no page can change, that another site made the request. */
    private static boolean isSaidToBeForeign(Context ctx) {
        String relation = ctx.header("Sec-Fetch-Site");
        return relation != null && !relation.equals("same-origin") && !relation.equals("none");
    }

    private static String origin(WebAddress site) {
        URI address = URI.create(site.value());
        return "%s://%s".formatted(address.getScheme(), address.getRawAuthority());
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSent(Context ctx, String expected) {
        String header = ctx.header(HEADER);
        String sent = header == null ? Form.of(ctx).value(FIELD) : header;
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
