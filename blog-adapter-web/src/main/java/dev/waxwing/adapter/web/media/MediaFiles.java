package dev.waxwing.adapter.web.media;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.Negotiation;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import dev.waxwing.adapter.web.shared.Streaming;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * {@code /media/file}: pictures, at their own and at smaller widths, and other files, whole or in parts. What stands at an
 * address never changes.
 */
public final class MediaFiles implements EndpointGroup {
    /** In bytes: what is small is sent like a page, and need not be opened each time. */
    private static final int SMALL = 256 * 1024;

    private final MediaStore media;
    private final Ingredients ingredients;

    @Inject
    public MediaFiles(MediaStore media, Ingredients ingredients) {
        this.media = media;
        this.ingredients = ingredients;
    }

    @Override
    public void addEndpoints() {
        get("/media/{file}", this::file, Access.ANYONE);
    }

    private void file(Context ctx) throws IOException {
        String name = Params.path(ctx, "file");
        StoredMedia file = find("/media/" + name).orElseThrow(NotFoundResponse::new);
        String etag = '"' + name + '"';
        describe(ctx, file, etag);
        if (Negotiation.matches(ctx.header("If-None-Match"), etag)) {
            Delivery.notModified(ctx);
            return;
        }
        ByteRange.Asked asked = ByteRange.of(wantsPart(ctx, etag) ? ctx.header("Range") : null, file.size());
        switch (asked.outcome()) {
            case WHOLE -> sendWhole(ctx, file);
            case PART -> sendPart(ctx, file, asked.range().orElseThrow());
            case OUTSIDE -> {
                ctx.header("Content-Range", "bytes */" + file.size());
                ctx.removeHeader(Delivery.ETAG);
                ctx.status(HttpStatus.RANGE_NOT_SATISFIABLE);
            }
        }
    }

    private Optional<StoredMedia> find(String address) {
        if (MediaAddress.matches(address)) {
            MediaAddress file = new MediaAddress(address);
            ingredients.note(PageKey.file(file));
            return media.find(file);
        }
        return Rendition.at(address).flatMap(this::find);
    }

    private Optional<StoredMedia> find(Rendition rendition) {
        ingredients.note(PageKey.file(rendition.picture()));
        return media.find(rendition);
    }

    /** A part of a file that has changed since is of no use (RFC 9110, section 13.1.5). */
    private static boolean wantsPart(Context ctx, String etag) {
        String ifRange = ctx.header("If-Range");
        return ctx.method().equals(HandlerType.GET) && (ifRange == null || ifRange.equals(etag));
    }

    /** Feed readers show our pictures on their own sites, so these may be loaded from elsewhere. */
    private static void describe(Context ctx, StoredMedia file, String etag) {
        ctx.contentType(file.type());
        ctx.header(Delivery.ETAG, etag);
        ctx.header(Delivery.CACHE_CONTROL, Delivery.IMMUTABLE);
        ctx.header("Accept-Ranges", "bytes");
        ctx.header(SecurityHeaders.POLICY, SecurityHeaders.policyOfFile(file.type()));
        ctx.header(SecurityHeaders.RESOURCE_POLICY, "cross-origin");
    }

    private static void sendWhole(Context ctx, StoredMedia file) throws IOException {
        if (file.size() <= SMALL) {
            Delivery.isForEverybody(ctx);
            try (InputStream content = file.content().open(0)) {
                ctx.result(content.readAllBytes());
            }
        } else {
            send(ctx, file, new ByteRange(0, file.size() - 1));
        }
    }

    private static void sendPart(Context ctx, StoredMedia file, ByteRange range) throws IOException {
        ctx.status(HttpStatus.PARTIAL_CONTENT);
        ctx.header("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), file.size()));
        send(ctx, file, range);
    }

    private static void send(Context ctx, StoredMedia file, ByteRange range) throws IOException {
        ctx.res().setContentLengthLong(range.length());
        if (!ctx.method().equals(HandlerType.HEAD)) {
            InputStream content = file.content().open(range.first());
            Streaming.prepare(
                    ctx, range.last() == file.size() - 1 ? content : new BoundedStream(content, range.length()));
        }
    }
}
