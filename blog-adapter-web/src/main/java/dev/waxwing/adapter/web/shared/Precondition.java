package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The entity tag that a program has seen and names with a change (RFC 9110, section 13.1.1; RFC 6585, section 3). */
public final class Precondition {
    private Precondition() {}

    /** Empty, with the answer 428, if the program names none. */
    public static Optional<String> seen(Context ctx) {
        String seen = ctx.header("If-Match");
        if (seen == null || seen.isBlank()) {
            ApiAnswer.problem(
                    ctx,
                    HttpStatus.forStatus(428),
                    "Say which version you have seen: If-Match with the ETag of it",
                    json -> {});
            return Optional.empty();
        }
        return Optional.of(seen.strip());
    }

    /** Whether the program has seen this; if not, it is answered with what there is and what it has sent. */
    public static boolean holds(Context ctx, String present, String sent) {
        return holds(ctx, tag(present), present, sent);
    }

    /** The same for something that has an entity tag of its own. */
    public static boolean holds(Context ctx, String tag, String present, String sent) {
        Optional<String> seen = seen(ctx);
        if (seen.isEmpty()) {
            return false;
        }
        if (seen.get().equals(tag)) {
            return true;
        }
        ctx.header(Delivery.ETAG, tag);
        stale(ctx, seen.get(), sent, present);
        return false;
    }

    /** Both are there to be compared: what the program wanted, and what somebody else has made of it meanwhile. */
    public static void stale(Context ctx, String seen, String sent, String present) {
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

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that an entity tag is of, -1 if it is of none. */
    public static long version(String tag) {
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1;
    }

    /** The entity tag of something that counts no versions. */
    public static String tag(String representation) {
        return '"' + Digests.of(representation.getBytes(StandardCharsets.UTF_8)) + '"';
    }
}
