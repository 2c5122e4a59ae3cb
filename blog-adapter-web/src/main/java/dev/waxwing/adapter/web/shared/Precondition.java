package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.shared.BlogException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entity tag that a program has seen and names with a change (RFC 9110, section 13.1.1; RFC 6585, section 3). */
public final class Precondition {
    /** RFC 9110, section 8.8.3. */
    private static final Pattern TAG = Pattern.compile("(W/)?\"[!\\x23-\\x7e\\x80-\\xff]*\"");

    private static final Pattern OF_VERSION = Pattern.compile("\"(\\d{1,18})(-\\w+)?\"");

    private Precondition() {}

    /**
     * Empty, with the answer 428 if the program names none, or 400 if it is malformed; any version at all ({@code *}) is none
     * that it has seen.
     */
    private static Optional<String> seen(Context ctx) {
        String seen = ctx.header("If-Match");
        if (seen == null || seen.isBlank()) {
            required(ctx, "Say which version you have seen: If-Match with the ETag of it");
            return Optional.empty();
        }
        if (seen.strip().equals("*")) {
            required(
                    ctx,
                    "If-Match: * would change it whatever somebody else has made of it; name the ETag that you have seen");
            return Optional.empty();
        }
        if (!TAG.matcher(seen.strip()).matches()) {
            ApiAnswer.problem(
                    ctx,
                    HttpStatus.BAD_REQUEST,
                    "If-Match is to name one entity tag as the ETag was given, with its quotation marks: If-Match: \"3\"",
                    json -> {});
            return Optional.empty();
        }
        return Optional.of(seen.strip());
    }

    private static void required(Context ctx, String detail) {
        ApiAnswer.problem(ctx, HttpStatus.forStatus(428), detail, json -> {});
    }

    /** A change that takes place only if the version that was seen is still there; returns the present one otherwise. */
    @FunctionalInterface
    public interface Change {
        OptionalLong of(long seen);
    }

    /** What there is now: its version and what programs get of it. */
    public record Present(long version, String json) {

        /** Changes with every byte of the answer (RFC 9110, section 8.8.1), which tells of others too: names, translations. */
        String tag() {
            return "\"%d-%s\"".formatted(version, Digests.of(json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /**
     * Changes something that the program says it has seen. If it names none it is answered 428, or 400 if that is no tag;
     * if there is another version
     * by now, 412 with what there is and what it has sent.
     *
     * @param sent empty if nothing but the act itself
     */
    public static void change(Context ctx, String sent, Change change, Supplier<Present> present) {
        Optional<String> seen = seen(ctx);
        if (seen.isEmpty()) {
            return;
        }
        boolean changed = isChanged(version(seen.get()), change, present);
        Present now = present.get();
        ApiAnswer.tag(ctx, now);
        if (changed) {
            ApiAnswer.send(ctx, HttpStatus.OK, now.json());
        } else {
            stale(ctx, seen.get(), sent, now.json());
        }
    }

    private static boolean isChanged(long seen, Change change, Supplier<Present> present) {
        try {
            return change.of(seen).isEmpty();
        } catch (BlogException.Conflict e) {
            if (present.get().version() == seen) {
                throw e;
            }
            return false;
        }
    }

    /** Both are there to be compared: what the program wanted, and what somebody else has made of it meanwhile. */
    private static void stale(Context ctx, String seen, String sent, String present) {
        ApiAnswer.problem(
                ctx, HttpStatus.PRECONDITION_FAILED, "Somebody else has changed it since you have seen it", json -> {
                    json.writeStringField("seen", seen);
                    if (!sent.isEmpty()) {
                        json.writeFieldName("sent");
                        json.writeRawValue(sent);
                    }
                    json.writeFieldName("present");
                    json.writeRawValue(present);
                });
    }

    /**
     * The version that an entity tag is of, -1 if it is of none. It alone decides about a change: nobody is refused because a
     * name or a count beside the words is another one by now.
     */
    private static long version(String tag) {
        Matcher version = OF_VERSION.matcher(tag);
        return version.matches() ? Long.parseLong(version.group(1)) : -1;
    }
}
