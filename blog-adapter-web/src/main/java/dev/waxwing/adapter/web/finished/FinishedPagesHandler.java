package dev.waxwing.adapter.web.finished;

import dev.waxwing.adapter.web.finished.FinishedPages.Draft;
import dev.waxwing.adapter.web.finished.Turns.Turn;
import dev.waxwing.adapter.web.shared.RequestNumber;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is finished and the connection has not sent already, in front of the servlet context and without waiting for
 * anything; hands everything else to the pool, so that no page that has to be made ever holds up one that is finished.
 */
final class FinishedPagesHandler extends Handler.Wrapper {
    /** Under which attribute of the request its turn is, if it is anybody's. */
    static final String TURN = FinishedPagesHandler.class.getName() + ".turn";

    /** Under which attribute of the request its draft is. */
    static final String DRAFT = FinishedPagesHandler.class.getName() + ".draft";

    private static final int MADE_AT_ONCE = Runtime.getRuntime().availableProcessors();
    private static final long PATIENCE_MILLIS = 500;

    private final FinishedPages pages;
    private final Turns turns = new Turns(MADE_AT_ONCE, this::dispatch, this::dispatchLater);

    FinishedPagesHandler(FinishedPages pages) {
        this.pages = pages;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Asked asked = Asked.of(request);
        if (asked == null) {
            dispatch(() -> handOver(request, response, callback));
        } else if (!isSent(asked, request, response, callback)) {
            make(asked, request, response, callback);
        }
        return true;
    }

    private boolean isSent(Asked asked, Request request, Response response, Callback callback) {
        FinishedPage page = pages.find(asked);
        if (page == null) {
            return false;
        }
        page.hits().footprint().leave(request);
        send(page, asked, request, response, callback);
        return true;
    }

    /** Has the page made, unless somebody else does: then waits until there is one, or it turns out that there is none. */
    private void make(Asked asked, Request request, Response response, Callback callback) {
        if (!asked.toKeep()) {
            turns.take(turn -> handOverAnybodys(turn, request, response, callback));
            return;
        }
        Draft draft = HttpMethod.GET.is(request.getMethod()) ? pages.begin(asked.path()) : null;
        if (draft == null) {
            pages.whenEnded(
                    asked.path(),
                    () -> dispatch(() -> {
                        if (!isSent(asked, request, response, callback)) {
                            turns.take(turn -> handOverAnybodys(turn, request, response, callback));
                        }
                    }));
        } else {
            request.setAttribute(DRAFT, draft);
            turns.take(
                    turn -> handOverAnybodys(turn, request, response, Callback.from(callback, () -> pages.end(draft))));
        }
    }

    private static void send(FinishedPage page, Asked asked, Request request, Response response, Callback callback) {
        Answer answer = page.answer(asked);
        HttpFields.Mutable headers = response.getHeaders();
        headers.add(RequestNumber.HEADER, RequestNumber.next());
        answer.describe(headers);
        response.setStatus(answer.status());
        response.write(true, body(request, answer), callback);
    }

    private static @Nullable ByteBuffer body(Request request, Answer answer) {
        return HttpMethod.HEAD.is(request.getMethod()) ? null : answer.body();
    }

    private void dispatch(Runnable work) {
        getServer().getThreadPool().execute(work);
    }

    private void dispatchLater(Runnable work) {
        getServer().getScheduler().schedule(work, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void handOverAnybodys(Turn turn, Request request, Response response, Callback callback) {
        pages.countMissed();
        request.setAttribute(TURN, turn);
        handOver(request, response, Callback.from(callback, turn::end));
    }

    private void handOver(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, callback, failure);
        }
    }
}
