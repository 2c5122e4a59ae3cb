package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.Footprint;
import dev.waxwing.adapter.web.shared.Watcher;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Tells the watcher of each answer that was made; what was finished before is not held up by it. */
final class AnswerTimes implements RequestLog {
    private final Watcher watcher;

    AnswerTimes(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void log(Request request, Response response) {
        Footprint footprint = Footprint.of(request);
        if (!footprint.finished()) {
            watcher.answered(
                    AccessLog.method(request),
                    footprint.route(),
                    response.getStatus(),
                    Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
        }
    }
}
