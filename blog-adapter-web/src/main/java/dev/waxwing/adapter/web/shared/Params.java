package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a visitor wrote into an address, checked. */
public final class Params {
    private static final int MOST_DIGITS = 6;
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Params() {}

    /**
     * A parameter of the query, empty if it is absent.
     *
     * @throws BadRequestResponse if the query is not percent-encoded UTF-8, or the value has a NUL in it
     */
    public static String query(Context ctx, String name) {
        String query = ctx.queryString();
        if (query == null) {
            return "";
        }
        String value = ctx.queryParam(name);
        boolean broken = BROKEN_ESCAPE.matcher(query).find();
        if (broken || (value != null && (value.indexOf('\uFFFD') >= 0 || value.indexOf(0) >= 0))) {
            throw new BadRequestResponse();
        }
        return value == null ? "" : value;
    }

    /** A value as it stands in a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A part of the path, percent-decoded. */
    public static String path(Context ctx, String name) {
        try {
            return ctx.pathParam(name);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse();
        }
    }

    /** @throws NotFoundResponse if no slug has this form, so that nothing can stand there */
    public static Slug slug(Context ctx, String name) {
        return slug(path(ctx, name)).orElseThrow(NotFoundResponse::new);
    }

    public static Optional<Slug> slug(String text) {
        try {
            return Optional.of(new Slug(text));
        } catch (BlogException.Invalid e) {
            return Optional.empty();
        }
    }

    /** Of a place in a list at which no page of it ends: whoever came by an address of their own learns where to begin. */
    public static BlogException.Invalid noPlace(String field, String place) {
        return new BlogException.Invalid(
                field, "The list has no place '%s' to go on from. Begin at its first page".formatted(place));
    }

    /**
     * A number in an address.
     *
     * @throws NotFoundResponse if it is anything but 1 to 999,999 in plain digits
     */
    public static int number(String text) {
        boolean plain = !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.charAt(0) != '0'
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!plain) {
            throw new NotFoundResponse();
        }
        return Integer.parseInt(text);
    }

    /** The path of the request, if it is one that this site could ever have had. */
    public static Optional<SitePath> sitePath(Context ctx) {
        try {
            return Optional.of(SitePath.decode(ctx.req().getRequestURI()));
        } catch (BlogException.Invalid e) {
            return Optional.empty();
        }
    }
}
