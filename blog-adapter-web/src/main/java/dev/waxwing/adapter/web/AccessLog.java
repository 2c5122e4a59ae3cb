package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.Footprint;
import dev.waxwing.adapter.web.shared.RequestNumber;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
final class AccessLog implements RequestLog {
    /** Under this name, which is none of a class, the lines can be sent elsewhere or left out. */
    static final String NAME = "access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void log(Request request, Response response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Footprint footprint = Footprint.of(request);
        String method = method(request);
        int status = response.getStatus();
        long bytes = Response.getContentBytesWritten(response);
        double milliseconds = microseconds(request) / 1_000.0;
        String number = response.getHeaders().get(RequestNumber.HEADER);
        String account = footprint.account().map(Object::toString).orElse("");
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("request", number == null ? "" : number)
                .addKeyValue("method", method)
                .addKeyValue("route", footprint.route())
                .addKeyValue("status", status)
                .addKeyValue("bytes", bytes)
                .addKeyValue("milliseconds", milliseconds);
        if (!account.isEmpty()) {
            line = line.addKeyValue("account", account);
        }
        line.log(
                "{} {} {} {} {} bytes {} ms {}",
                number,
                method,
                footprint.route(),
                status,
                bytes,
                milliseconds,
                account.isEmpty() ? "-" : account);
    }

    /** Clients may invent methods, and what they invent is not repeated. */
    static String method(Request request) {
        String method = request.getMethod();
        return method != null && METHODS.contains(method) ? method : "other";
    }

    static long microseconds(Request request) {
        return TimeUnit.NANOSECONDS.toMicros(NanoTime.since(request.getBeginNanoTime()));
    }
}
