package dev.waxwing.adapter.web.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waxwing.application.token.CreateOnce;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that a program has sent, read member by member; what it does not know it refuses, so that nothing is lost.
 */
public final class ApiRequest {
    /** Of any kind (RFC 6839), such as {@code application/merge-patch+json}. */
    private static final Pattern JSON =
            Pattern.compile("application/([\\w.-]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final JsonNode json;

    /** Not loaded before the first program sends something. */
    private static final class Reader {
        /** Deeper than anything that is sent here, and far from what a parser cannot bear. */
        private static final int DEEPEST = 20;

        private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        private Reader() {}
    }

    private ApiRequest(JsonNode json) {
        this.json = json;
    }

    /**
     * @param known the members that there may be
     * @throws UnsupportedMediaTypeResponse if it says that it is something else than JSON
     * @throws BlogException.Invalid if the body is not a JSON object, or has others
     */
    public static ApiRequest of(Context ctx, Set<String> known) {
        requireJson(ctx);
        return of("body", parsed(ctx), known);
    }

    private static ApiRequest of(String name, JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            throw new BlogException.Invalid(name, "Send a JSON object");
        }
        json.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member)) {
                throw new BlogException.Invalid(member, "There is no member '%s' here".formatted(member));
            }
        });
        return new ApiRequest(json);
    }

    private static void requireJson(Context ctx) {
        String type = ctx.contentType();
        if (type != null && !JSON.matcher(type).matches()) {
            ctx.header("Accept", "application/json");
            throw new UnsupportedMediaTypeResponse();
        }
    }

    private static JsonNode parsed(Context ctx) {
        BodyRoom.take(ctx);
        try {
            return Reader.MAPPER.readTree(ctx.bodyAsBytes());
        } catch (JsonProcessingException e) {
            throw new BlogException.Invalid("body", unreadable(e.getLocation()));
        } catch (IOException e) {
            throw new BlogException.Invalid("body", "The body cannot be read");
        }
    }

    /** Says where and not why: the parser's own words are about its inside. */
    private static String unreadable(@Nullable JsonLocation place) {
        String rule = "Send one JSON object that names each member once";
        return place == null
                ? rule
                : "%s; this cannot be read from line %d, column %d on"
                        .formatted(rule, place.getLineNr(), place.getColumnNr());
    }

    /**
     * Makes something; under an {@code Idempotency-Key} of the program only once, however often it asks.
     *
     * @param asked tells a repetition from another use of the key
     * @param creation returns the identity of what it has made, which is returned
     */
    public static String once(Context ctx, CreateOnce creations, String asked, Supplier<String> creation) {
        String key = ctx.header("Idempotency-Key");
        return key == null
                ? creation.get()
                : creations.handle(new CreateOnce.Command(Caller.actor(ctx), key, asked, creation));
    }

    /** What becomes of what there is: {@code null} takes it away, and what is not sent leaves it (RFC 7396). */
    public <T> @Nullable T merged(String name, @Nullable T former, Function<String, Optional<T>> sent) {
        return json.path(name).isNull() ? null : sent.apply(name).orElse(former);
    }

    /**
     * @param known the members that it may have
     * @throws BlogException.Invalid if it is not an object, or has others
     */
    public Optional<ApiRequest> object(String name, Set<String> known) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(of(name, value, known));
    }

    /**
     * @param known the members that each of them may have
     * @throws BlogException.Invalid if it is not an array of objects, or they have others
     */
    public Optional<List<ApiRequest>> objects(String name, Set<String> known) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw new BlogException.Invalid(name, "'%s' is an array of objects".formatted(name));
        }
        List<ApiRequest> objects = new ArrayList<>();
        value.forEach(element -> objects.add(of(name, element, known)));
        return Optional.of(objects);
    }

    /** @throws BlogException.Invalid if it is not a string */
    public Optional<String> text(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new BlogException.Invalid(name, "'%s' is a string".formatted(name));
        }
        return Optional.of(value.textValue());
    }

    /** @throws BlogException.Invalid if it is not a string, or not what it should be */
    public <T> Optional<T> text(String name, Function<String, T> reading) {
        return text(name).map(text -> member(name, () -> reading.apply(text)));
    }

    /** @throws BlogException.Invalid if it is missing, not a string, or not what it should be */
    public <T> T require(String name, Function<String, T> reading) {
        String text = require(name);
        return member(name, () -> reading.apply(text));
    }

    /** Does something with a member: what is refused of it is refused by the name that the program knows. */
    public static <T> T member(String name, Supplier<T> act) {
        try {
            return act.get();
        } catch (BlogException.Invalid e) {
            throw new BlogException.Invalid(name, e.getMessage());
        }
    }

    /** The same for what has no result. */
    public static void member(String name, Runnable act) {
        member(name, () -> {
            act.run();
            return true;
        });
    }

    /** @throws BlogException.Invalid if it is missing or not a string */
    public String require(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /**
     * To the microsecond, as instants are kept.
     *
     * @throws BlogException.Invalid if it is not an instant with an offset (RFC 3339)
     */
    public Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException e) {
                throw new BlogException.Invalid(
                        name, "'%s' is a time such as 2026-03-01T12:00:00+01:00".formatted(name));
            }
        });
    }

    /** @throws BlogException.Invalid if it is missing, or not an instant with an offset (RFC 3339) */
    public Instant requireInstant(String name) {
        return instant(name).orElseThrow(() -> missing(name));
    }

    private static BlogException.Invalid missing(String name) {
        return new BlogException.Invalid(name, "'%s' is missing".formatted(name));
    }

    /** @throws BlogException.Invalid if it is not an array of strings, or one of them is not what it should be */
    public <T> Optional<List<T>> texts(String name, Function<String, T> reading) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        List<T> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw new BlogException.Invalid(name, "'%s' is an array of strings".formatted(name));
            }
            texts.add(member(name, () -> reading.apply(element.textValue())));
        }
        if (!value.isArray()) {
            throw new BlogException.Invalid(name, "'%s' is an array of strings".formatted(name));
        }
        return Optional.of(texts);
    }

    /** All of it, as it was sent but for blanks between members. */
    @Override
    public String toString() {
        return json.toString();
    }
}
