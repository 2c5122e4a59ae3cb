package dev.waxwing.adapter.web.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
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

    /** Something that counts no versions: its entity tag is made of what is sent. */
    public static void tagged(Context ctx, String json) {
        ctx.header(Delivery.ETAG, Precondition.tag(json));
        send(ctx, HttpStatus.OK, json);
    }

    /** How many of a list are asked for: 1 to 100, else 20. */
    public static int limit(Context ctx) {
        String asked = Params.query(ctx, "limit");
        return asked.isEmpty() ? USUAL : Math.min(MOST, Params.number(asked));
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

    /** A refusal with more to say than a sentence (RFC 9457). */
    public static void problem(Context ctx, HttpStatus status, String detail, Json.Members more) {
        ctx.status(status).result(Json.object(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", status.getMessage());
            json.writeNumberField("status", status.getCode());
            json.writeStringField("detail", detail);
            more.write(json);
        }));
        ctx.contentType(PROBLEM);
    }
}
