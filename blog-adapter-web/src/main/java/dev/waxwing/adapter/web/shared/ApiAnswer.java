package dev.waxwing.adapter.web.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Answers to programs. */
public final class ApiAnswer {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private ApiAnswer() {}

    /** Writes one element of a list. */
    @FunctionalInterface
    public interface Item<T> {
        void write(T item, JsonGenerator json) throws IOException;
    }

    public static void send(Context ctx, HttpStatus status, String json) {
        ctx.status(status).contentType(JSON).result(json);
    }

    /** One thing, of which the version is to be named with the next change. */
    public static void tagged(Context ctx, HttpStatus status, Precondition.Present one) {
        tag(ctx, one);
        send(ctx, status, one.json());
    }

    /** Says of which version one thing is, whatever of it is sent. */
    public static void tag(Context ctx, Precondition.Present one) {
        ctx.header(Delivery.ETAG, one.tag());
    }

    /**
     * How many of a list are asked for: 1 to 100, else 20.
     *
     * @throws BlogException.Invalid if that is no such number
     */
    public static int limit(Context ctx) {
        return number(ctx, "limit", USUAL, MOST);
    }

    /**
     * A number in the query, from 1.
     *
     * @param otherwise if there is none
     * @throws BlogException.Invalid if it is no number, or too large
     */
    public static int number(Context ctx, String name, int otherwise, int most) {
        String asked = Params.query(ctx, name);
        if (asked.isEmpty()) {
            return otherwise;
        }
        if (!asked.matches("[1-9]\\d{0,5}") || Integer.parseInt(asked) > most) {
            throw new BlogException.Invalid(name, "'%s' is a number from 1 to %d".formatted(name, most));
        }
        return Integer.parseInt(asked);
    }

    /**
     * A page of a list, with the way to the next one (RFC 8288).
     *
     * @param next the address of the next page, if there is one
     */
    public static <T> void list(Context ctx, List<T> items, @Nullable String next, Item<T> item) {
        if (next != null) {
            ctx.header("Link", "<%s>; rel=\"next\"".formatted(next));
        }
        send(ctx, HttpStatus.OK, Json.object(json -> {
            json.writeArrayFieldStart("items");
            for (T one : items) {
                json.writeStartObject();
                item.write(one, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    /**
     * A page of a list that begins behind the last element of the page before.
     *
     * @param filter what else the list was asked with, as it stands in a query with an ampersand behind it; or nothing
     * @param read is given how many of the list are wanted
     * @param place what the next page is asked with that begins behind an element, as it stands in a query
     */
    public static <T> void list(
            Context ctx, String filter, IntFunction<List<T>> read, Function<T, String> place, Item<T> item) {
        int limit = limit(ctx);
        List<T> found = read.apply(limit + 1);
        List<T> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() == shown.size()
                ? null
                : "%s?%slimit=%d&after=%s".formatted(ctx.path(), filter, limit, place.apply(shown.get(limit - 1)));
        list(ctx, shown, next, item);
    }

    /** Reads some of a list: what is behind a place, or the first. */
    @FunctionalInterface
    public interface Pages<T> {
        List<T> read(Optional<Slug> after, int limit);
    }

    /**
     * A page of a list that is in the order of its slugs.
     *
     * @throws BlogException.Invalid if 'after' is no slug
     */
    public static <T> void list(Context ctx, Pages<T> pages, Function<T, Slug> slug, Item<T> item) {
        list(
                ctx,
                "",
                limit -> pages.read(after(ctx), limit),
                one -> Params.encoded(slug.apply(one).value()),
                item);
    }

    private static Optional<Slug> after(Context ctx) {
        String after = Params.query(ctx, "after");
        return after.isEmpty()
                ? Optional.empty()
                : Optional.of(Params.slug(after).orElseThrow(() -> Params.noPlace("after", after)));
    }

    /** A refusal with more to say than a sentence (RFC 9457). */
    public static void problem(Context ctx, HttpStatus status, String detail, Json.Members more) {
        ctx.status(status).result(Json.object(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", status.getMessage());
            json.writeNumberField("status", status.getCode());
            json.writeStringField("detail", detail);
            more.write(json);
            json.writeStringField("request", RequestNumber.of(ctx));
        }));
        ctx.contentType(PROBLEM);
    }
}
