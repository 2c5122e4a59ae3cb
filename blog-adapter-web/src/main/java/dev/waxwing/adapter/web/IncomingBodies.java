package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.BodyRoom;
import dev.waxwing.adapter.web.shared.Clients;
import dev.waxwing.adapter.web.shared.Departure;
import dev.waxwing.adapter.web.shared.WholeBody;
import dev.waxwing.application.account.Client;
import dev.waxwing.application.shared.Room;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what requests bring. No thread waits for a small body: the site is asked when it is there as a whole, so that
 * whoever sends a byte a second holds up nobody; more is only for people who are signed in. All that is taken in has its room,
 * and for what goes beyond it there is none at the moment. What the site leaves of a body
 * is taken in before the answer goes out, because a browser whose connection ends while it sends shows no answer.
 */
final class IncomingBodies extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingBodies.class);

    /** In bytes: far more than any form that strangers have to send. */
    static final int SMALL = 64 * 1024;

    /** In bytes: three times the largest form, and more than most pictures. */
    private static final long MOST_LEFTOVERS = 16_000_000;

    /** What a byte of a small body takes: an array that grows is half empty, and what was read is there again as text. */
    private static final int COPIES = 4;

    /** Far more than a small body needs over the slowest line, so that whoever sends a byte now and then keeps no room. */
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(30);

    private static final Duration LONGEST_LEFTOVERS = Duration.ofSeconds(10);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final SharedRoom small;
    private final Room large;
    private final LongSupplier nanoseconds;

    /**
     * @param small for bodies that anybody may send
     * @param large for the others
     * @param nanoseconds that have gone by since any moment
     */
    IncomingBodies(SharedRoom small, Room large, LongSupplier nanoseconds) {
        this.small = small;
        this.large = large;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        boolean chunked = headers.contains(HttpHeader.TRANSFER_ENCODING);
        if (length <= 0 && !chunked) {
            WholeBody.mark(request);
            return super.handle(request, response, callback);
        }
        if (length > SMALL) {
            return hand(request, null, response, callback);
        }
        new Small(request, response, callback).readOn();
        return true;
    }

    private boolean hand(Request request, Content.@Nullable Chunk begun, Response response, Callback callback)
            throws Exception {
        Arriving arriving = new Arriving(request, begun);
        BodyRoom room = BodyRoom.of(request, large);
        return super.handle(arriving, new Answer(arriving, response), Callback.from(callback, room::end));
    }

    /** A body that is expected to be small, until it is there. */
    private final class Small {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Gathered begun = new Gathered();
        private final long since = nanoseconds.getAsLong();
        private final Client client;
        private int taken;

        private Small(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.client = Clients.of(request);
            this.callback = Callback.from(callback, () -> small.giveBack(client, taken));
        }

        private void readOn() {
            Content.Chunk chunk = request.read();
            while (chunk != null && take(chunk)) {
                chunk = request.read();
            }
            if (chunk == null) {
                request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::readOn));
            }
        }

        /** Whether more is to be read. */
        private boolean take(Content.Chunk chunk) {
            if (Content.Chunk.isFailure(chunk)) {
                refuse(chunk.getFailure());
                return false;
            }
            boolean fits = gather(chunk);
            chunk.release();
            if (!fits) {
                refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
                return false;
            }
            if (!chunk.isLast() && nanoseconds.getAsLong() - since > LONGEST_GATHERING.toNanos()) {
                refuse(HttpStatus.REQUEST_TIMEOUT_408);
                return false;
            }
            if (chunk.isLast()) {
                WholeBody.mark(request);
            }
            if (chunk.isLast() || begun.size() >= SMALL) {
                getServer().getThreadPool().execute(() -> ask(chunk.isLast()));
                return false;
            }
            return true;
        }

        /** Whether there was room for it. */
        private boolean gather(Content.Chunk chunk) {
            int room = COPIES * chunk.remaining();
            if (!small.tryTake(client, room)) {
                return false;
            }
            taken += room;
            begun.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
            return true;
        }

        private void refuse(Throwable failure) {
            if (failure instanceof TimeoutException) {
                refuse(HttpStatus.REQUEST_TIMEOUT_408);
            } else if (Departure.is(failure)) {
                LOG.debug("A request was not sent to its end", failure);
                refuse(HttpStatus.BAD_REQUEST_400);
            } else {
                Response.writeError(request, response, callback, failure);
            }
        }

        /** The rest of the body is not waited for. */
        private void refuse(int status) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Response.writeError(request, response, callback, status);
        }

        private void ask(boolean whole) {
            try {
                Content.Chunk chunk = Content.Chunk.from(begun.content(), whole);
                if (!hand(request, chunk, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable failure) {
                Response.writeError(request, response, callback, failure);
            }
        }
    }

    /** What has come of a body, which is not copied to be read. */
    private static final class Gathered extends ByteArrayOutputStream {
        private ByteBuffer content() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    /** A request of whose body something is here and the rest may be on its way. */
    private static final class Arriving extends Request.Wrapper {
        private Content.@Nullable Chunk begun;
        private boolean ended;

        private Arriving(Request request, Content.@Nullable Chunk begun) {
            super(request);
            this.begun = begun;
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = begun == null ? super.read() : begun;
            begun = null;
            ended |= chunk != null && chunk.isLast();
            return chunk;
        }

        /** The rest is waited for when the answer is there. */
        @Override
        public boolean consumeAvailable() {
            return ended && super.consumeAvailable();
        }

        private boolean giveUp() {
            return super.consumeAvailable();
        }
    }

    /** An answer that waits until the client has sent what it had to send, or too much of it. */
    private static final class Answer extends Response.Wrapper {
        private final Arriving request;
        private boolean begun;
        private long left = MOST_LEFTOVERS;

        private Answer(Arriving request, Response response) {
            super(request, response);
            this.request = request;
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            boolean isFirst = !begun;
            begun = true;
            if (isFirst && isExpected()) {
                afterLeftovers(() -> super.write(last, content, callback));
            } else {
                super.write(last, content, callback);
            }
        }

        /** Browsers send nothing with a question, and nothing that they were not asked for after a refusal. */
        private boolean isExpected() {
            boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
            return !request.ended && !reads && !request.getHeaders().contains(HttpHeader.EXPECT);
        }

        private void afterLeftovers(Runnable answer) {
            EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
            long patience = client.getIdleTimeout();
            client.setIdleTimeout(LONGEST_SILENCE.toMillis());
            drain(NanoTime.now(), () -> {
                if (!request.getConnectionMetaData().getConnector().isShutdown()) {
                    client.setIdleTimeout(patience);
                }
                answer.run();
            });
        }

        private void drain(long since, Runnable answer) {
            Content.Chunk chunk = request.read();
            while (chunk != null && isWanted(chunk, since)) {
                chunk = request.read();
            }
            if (chunk == null) {
                request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, () -> drain(since, answer)));
                return;
            }
            if (!request.ended) {
                request.giveUp();
            }
            answer.run();
        }

        private boolean isWanted(Content.Chunk chunk, long since) {
            left -= chunk.remaining();
            chunk.release();
            boolean failed = Content.Chunk.isFailure(chunk);
            boolean late = NanoTime.millisSince(since) > LONGEST_LEFTOVERS.toMillis();
            return !chunk.isLast() && !failed && !late && left > 0;
        }
    }
}
