package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

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

    private static final String FOR_EVERYBODY = "for-everybody";

    private static final List<String> DESCRIBE_THE_CONTENT =
            List.of(ETAG, CACHE_CONTROL, "Content-Length", "Content-Range", "Content-Encoding", "Accept-Ranges");

    /** Below this many bytes packing costs more than it saves. */
    private static final int WORTH_PACKING = 700;

    private Delivery() {}

    /**
     * What is sent of an answer, in each encoding.
     *
     * @param packed with gzip, if that pays
     */
    public record Content(byte[] plain, byte @Nullable [] packed, String digest) {
        public String etag() {
            return '"' + digest + '"';
        }

        public String packedEtag() {
            return '"' + digest + "-gzip\"";
        }
    }

    /** Says that the answer is the same for everybody who asks, whatever else is in the request, so that it may be kept. */
    public static void isForEverybody(Context ctx) {
        ctx.attribute(FOR_EVERYBODY, true);
    }

    /**
     * Leaves answers as they are that carry an entity tag of their own.
     *
     * @param keeper is given those that are for everybody
     */
    public static void finish(Context ctx, BiConsumer<Context, Content> keeper) throws IOException {
        InputStream result = ctx.resultInputStream();
        String own = ctx.res().getHeader(ETAG);
        if (result != null && own == null) {
            finish(ctx, result.readAllBytes(), keeper);
        } else if (result != null && isKept(ctx)) {
            byte[] plain = result.readAllBytes();
            keeper.accept(ctx, new Content(plain, null, own.replace("\"", "")));
            send(ctx, plain, null);
        }
    }

    private static boolean isKept(Context ctx) {
        return ctx.status() == HttpStatus.OK && Boolean.TRUE.equals(ctx.attribute(FOR_EVERYBODY));
    }

    private static void finish(Context ctx, byte[] plain, BiConsumer<Context, Content> keeper) {
        nameCharset(ctx);
        Content content = content(ctx, plain);
        byte[] packed = Negotiation.acceptsGzip(ctx.header("Accept-Encoding")) ? content.packed : null;
        if (ctx.status() == HttpStatus.OK) {
            nameCaching(ctx);
            if (isKept(ctx)) {
                keeper.accept(ctx, content);
            }
            String etag = packed == null ? content.etag() : content.packedEtag();
            ctx.header(ETAG, etag);
            if (Negotiation.matches(ctx.header("If-None-Match"), etag)) {
                notModified(ctx);
                return;
            }
        }
        send(ctx, content.plain, packed);
    }

    private static void send(Context ctx, byte[] plain, byte @Nullable [] packed) {
        if (packed != null) {
            ctx.header("Content-Encoding", "gzip");
        }
        byte[] body = packed == null ? plain : packed;
        ctx.result(body);
        ctx.res().setContentLengthLong(body.length);
    }

    private static Content content(Context ctx, byte[] plain) {
        boolean pays = plain.length >= WORTH_PACKING && isText(ctx.res().getContentType());
        if (pays) {
            varyBy(ctx, "Accept-Encoding");
        }
        return new Content(plain, pays ? pack(plain) : null, Digests.of(plain));
    }

    private static void nameCaching(Context ctx) {
        if (ctx.res().getHeader(CACHE_CONTROL) == null) {
            ctx.header(CACHE_CONTROL, REVALIDATE);
        }
    }

    private static void nameCharset(Context ctx) {
        String type = ctx.res().getContentType();
        if (type != null && type.startsWith("text/") && !type.contains("charset")) {
            ctx.contentType(type + "; charset=utf-8");
        }
    }

    /** Forgets an answer that was begun, so that another one can take its place. */
    public static void discard(Context ctx) {
        ctx.result("");
        ctx.res().setContentType(null);
        DESCRIBE_THE_CONTENT.forEach(ctx::removeHeader);
        Streaming.discard(ctx);
    }

    public static void notModified(Context ctx) {
        ctx.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
        ctx.res().setContentType(null);
        ctx.removeHeader("Content-Encoding");
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
        try (GZIPOutputStream gzip = new Smallest(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Packs as well as it can: what is kept is packed once and sent many times, and one page has one form. */
    private static final class Smallest extends GZIPOutputStream {
        private Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
