package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The last step of an answer: it is given a strong entity tag and packed if the client can unpack it, or not sent at all
 * if the client has it (RFC 9110, sections 8.8 and 13).
 */
public final class Delivery {
    public static final String CACHE_CONTROL = "Cache-Control";
    public static final String ETAG = "ETag";

    /** May be kept, must be asked about each time. */
    public static final String REVALIDATE = "public, max-age=0, must-revalidate";

    /** Never changes. */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** Must not be kept. */
    public static final String NO_STORE = "no-store";

    private static final List<String> DESCRIBE_THE_CONTENT =
            List.of(ETAG, CACHE_CONTROL, "Content-Length", "Content-Range", "Content-Encoding", "Accept-Ranges");

    /** Below this many bytes packing costs more than it saves. */
    private static final int WORTH_PACKING = 700;

    private Delivery() {}

    /** Leaves answers alone that carry an entity tag of their own. */
    public static void finish(Context ctx) throws IOException {
        InputStream result = ctx.resultInputStream();
        if (result == null || ctx.res().getHeader(ETAG) != null) {
            return;
        }
        nameCharset(ctx);
        byte[] content = result.readAllBytes();
        boolean packed = packs(ctx, content);
        if (ctx.status() == HttpStatus.OK && tagged(ctx, content, packed)) {
            return;
        }
        byte[] body = packed ? pack(content) : content;
        ctx.result(body);
        ctx.res().setContentLengthLong(body.length);
    }

    private static void nameCharset(Context ctx) {
        String type = ctx.res().getContentType();
        if (type != null && type.startsWith("text/") && !type.contains("charset")) {
            ctx.contentType(type + "; charset=utf-8");
        }
    }

    /** @return whether the client has this answer, so that nothing more is to be sent */
    private static boolean tagged(Context ctx, byte[] content, boolean packed) {
        String etag = '"' + Digests.of(content) + (packed ? "-gzip" : "") + '"';
        ctx.header(ETAG, etag);
        if (ctx.res().getHeader(CACHE_CONTROL) == null) {
            ctx.header(CACHE_CONTROL, REVALIDATE);
        }
        if (!Negotiation.matches(ctx.header("If-None-Match"), etag)) {
            return false;
        }
        notModified(ctx);
        return true;
    }

    /** Forgets an answer that was begun, so that another one can take its place. */
    public static void discard(Context ctx) {
        InputStream begun = ctx.resultInputStream();
        ctx.result("");
        ctx.res().setContentType(null);
        DESCRIBE_THE_CONTENT.forEach(ctx::removeHeader);
        try {
            if (begun != null) {
                begun.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void notModified(Context ctx) {
        ctx.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
        ctx.res().setContentType(null);
        ctx.removeHeader("Content-Encoding");
    }

    private static boolean packs(Context ctx, byte[] content) {
        if (content.length < WORTH_PACKING || !isText(ctx.res().getContentType())) {
            return false;
        }
        varyBy(ctx, "Accept-Encoding");
        if (!Negotiation.acceptsGzip(ctx.header("Accept-Encoding"))) {
            return false;
        }
        ctx.header("Content-Encoding", "gzip");
        return true;
    }

    /** Says that the answer depends on a header of the request, so that caches keep the others apart. */
    public static void varyBy(Context ctx, String header) {
        String present = ctx.res().getHeader("Vary");
        ctx.header("Vary", present == null ? header : present + ", " + header);
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("xml") || type.contains("json");
    }

    private static byte[] pack(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
