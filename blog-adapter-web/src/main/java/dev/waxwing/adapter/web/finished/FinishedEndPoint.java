package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.shared.RequestNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Our end of a connection to a client. It looks at what comes in between two requests: if that is the whole of a request for a
 * page that is finished, it is answered here, and the server never learns of it; everything else the server reads as it came.
 */
final class FinishedEndPoint extends SocketChannelEndPoint {
    private final FinishedPages pages;
    private final Consumer<SentPage> witness;
    private final AtomicReference<State> state = new AtomicReference<>(State.READY);
    private final Callback written = new Written();
    private boolean answered;

    /** Nothing is read while an answer is still on its way, or the answer to what is read could overtake it. */
    private enum State {
        READY,
        SENDING,
        SENDING_WHILE_SERVER_WAITS
    }

    FinishedEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            FinishedPages pages,
            Consumer<SentPage> witness) {
        super(channel, selector, key, scheduler);
        this.pages = pages;
        this.witness = witness;
    }

    /** The server tries a second time when nothing has come; after an answer that is in vain nearly always. */
    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        if (answered) {
            answered = false;
            return 0;
        }
        boolean between = isBetweenRequests(buffer);
        int filled = super.fill(buffer);
        answered = between && filled > 0 && isAnswered(buffer);
        return answered ? 0 : filled;
    }

    /** A server that ends says so in its answers, and ends connections with them. */
    private boolean isBetweenRequests(ByteBuffer buffer) {
        return !buffer.hasRemaining()
                && getConnection() instanceof HttpConnection connection
                && connection.getParser().isStart()
                && !connection.getConnector().isShutdown();
    }

    private boolean isAnswered(ByteBuffer buffer) {
        long begun = NanoTime.now();
        Asked asked = RequestHead.read(BufferUtil.toArray(buffer));
        if (asked == null) {
            return false;
        }
        FinishedPage page = pages.find(asked);
        if (page == null) {
            return false;
        }
        BufferUtil.clear(buffer);
        send(page, asked, begun);
        return true;
    }

    private void send(FinishedPage page, Asked asked, long begun) {
        String number = RequestNumber.next();
        Answer answer = page.answer(asked);
        state.set(State.SENDING);
        write(
                written,
                Opening.now().lines(answer.status(), number),
                answer.wire().duplicate());
        witness.accept(new SentPage(
                number,
                page.hits().route(),
                answer.status(),
                answer.length(),
                Duration.ofNanos(NanoTime.since(begun))));
    }

    @Override
    protected void needsFillInterest() {
        if (!state.compareAndSet(State.SENDING, State.SENDING_WHILE_SERVER_WAITS)) {
            super.needsFillInterest();
        }
    }

    private void goOn() {
        if (state.getAndSet(State.READY) == State.SENDING_WHILE_SERVER_WAITS) {
            super.needsFillInterest();
        }
    }

    private final class Written implements Callback {
        @Override
        public void succeeded() {
            goOn();
        }

        @Override
        public void failed(Throwable failure) {
            close(failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
