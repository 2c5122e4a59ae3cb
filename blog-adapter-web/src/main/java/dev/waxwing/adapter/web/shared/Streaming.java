package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is large at the pace of the client, and holds no thread meanwhile: slow clients would soon have them all. */
public final class Streaming {
    private static final Logger LOG = LoggerFactory.getLogger(Streaming.class);
    private static final String CONTENT = Streaming.class.getName();

    private Streaming() {}

    /** Says what is to be sent, once nothing else is done to the answer. */
    public static void prepare(Context ctx, InputStream content) {
        ctx.attribute(CONTENT, content);
    }

    /** Closes what was to be sent, and sends nothing of it. */
    static void discard(Context ctx) {
        InputStream content = prepared(ctx);
        ctx.attribute(CONTENT, null);
        if (content != null) {
            close(content);
        }
    }

    /** Sends what was prepared, if anything; to be called last. */
    public static void send(Context ctx) throws IOException {
        InputStream content = prepared(ctx);
        if (content != null) {
            Sending sending = new Sending(content, ctx.res().getOutputStream());
            ctx.future(sending::begin);
        }
    }

    private static @Nullable InputStream prepared(Context ctx) {
        return ctx.attribute(CONTENT);
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is called whenever the client has taken what it was sent (Jakarta Servlet 6.0, section 5.3.1). */
    private static final class Sending implements WriteListener {
        private static final int PART = 32 * 1024;

        private final InputStream content;
        private final ServletOutputStream client;
        private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
        private final byte[] part = new byte[PART];

        private Sending(InputStream content, ServletOutputStream client) {
            this.content = content;
            this.client = client;
        }

        private CompletableFuture<@Nullable Void> begin() {
            client.setWriteListener(this);
            return ended;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (client.isReady()) {
                int length = read();
                if (length < 0) {
                    end();
                    return;
                }
                client.write(part, 0, length);
            }
        }

        private int read() throws IOException {
            try {
                return content.read(part);
            } catch (IOException e) {
                LOG.warn("A file was not sent to its end, because it could not be read: {}", e.toString());
                throw e;
            }
        }

        /** A client that goes away is no fault. */
        @Override
        public void onError(Throwable failure) {
            end();
        }

        private void end() {
            try {
                close(content);
            } finally {
                ended.complete(null);
            }
        }
    }
}
