package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.finished.SentPage;
import dev.waxwing.adapter.web.shared.Footprint;
import dev.waxwing.adapter.web.shared.RequestNumber;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A line for each request that was answered, also for those that are answered from the finished pages and those that never
 * reach the site because they are malformed. It names no address of a client, no person and no address as it was written.
 */
final class AccessLog implements RequestLog, Consumer<SentPage> {
    /** Under this name, which is none of a class, the lines can be sent elsewhere or left out. */
    static final String NAME = "access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** @param account empty if it was asked for by nobody in particular */
    private record Line(
            String number, String method, String route, int status, long bytes, long nanoseconds, String account) {
        double milliseconds() {
            return TimeUnit.NANOSECONDS.toMicros(nanoseconds) / 1_000.0;
        }
    }

    @Override
    public void log(Request request, Response response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Footprint footprint = Footprint.of(request);
        String number = response.getHeaders().get(RequestNumber.HEADER);
        write(new Line(
                number == null ? "" : number,
                method(request),
                footprint.route(),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                NanoTime.since(request.getBeginNanoTime()),
                footprint.account().map(Object::toString).orElse("")));
    }

    @Override
    public void accept(SentPage page) {
        if (LOG.isInfoEnabled()) {
            write(new Line(
                    page.number(),
                    "GET",
                    page.route(),
                    page.status(),
                    page.bytes(),
                    page.took().toNanos(),
                    ""));
        }
    }

    private static void write(Line line) {
        LoggingEventBuilder event = LOG.atInfo()
                .addKeyValue("request", line.number)
                .addKeyValue("method", line.method)
                .addKeyValue("route", line.route)
                .addKeyValue("status", line.status)
                .addKeyValue("bytes", line.bytes)
                .addKeyValue("milliseconds", line.milliseconds());
        if (!line.account.isEmpty()) {
            event = event.addKeyValue("account", line.account);
        }
        event.log(
                "{} {} {} {} {} bytes {} ms {}",
                line.number,
                line.method,
                line.route,
                line.status,
                line.bytes,
                line.milliseconds(),
                line.account.isEmpty() ? "-" : line.account);
    }

    /** Clients may invent methods, and what they invent is not repeated. */
    static String method(Request request) {
        String method = request.getMethod();
        return method != null && METHODS.contains(method) ? method : "other";
    }
}
