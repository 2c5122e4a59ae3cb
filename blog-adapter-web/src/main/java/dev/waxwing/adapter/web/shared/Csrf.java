package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.shared.BlogException;
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

    /** @throws BlogException.Forbidden if the request comes from elsewhere, or without the token */
    static void require(Context ctx, Optional<String> expected) {
        if (isForeign(ctx) || expected.filter(token -> isSent(ctx, token)).isEmpty()) {
            throw new BlogException.Forbidden(
                    "This form was open for too long, or it came from another site; nothing was changed. Go back, load the page again and send it once more");
        }
    }

    private static boolean isForeign(Context ctx) {
        String origin = ctx.header("Origin");
        if (origin != null) {
            return !host(origin).equals(Optional.ofNullable(ctx.header("Host")));
        }
        String site = ctx.header("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
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
