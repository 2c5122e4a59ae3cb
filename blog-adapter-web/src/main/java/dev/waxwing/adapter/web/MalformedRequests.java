package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.Departure;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Negotiation;
import dev.waxwing.adapter.web.shared.OnceAMinute;
import dev.waxwing.adapter.web.shared.RepeatedLine;
import dev.waxwing.adapter.web.shared.RequestNumber;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the server refuses before the site hears of it: broken requests, and failures outside of its pages. Says
 * what is wrong by its standard name, in the form that the client likes best, and repeats nothing of the request.
 */
final class MalformedRequests extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MalformedRequests.class);

    /** In seconds. */
    private static final String RETRY_AFTER = "10";

    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> OFFERED = List.of(TEXT, HTML, PROBLEM, "application/json");

    private final Map<String, String> headers;
    private final RepeatedLine refused = new RepeatedLine(System::nanoTime);
    private final OnceAMinute traces = new OnceAMinute(System::nanoTime);

    MalformedRequests(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String number = RequestNumber.next();
        log(number, code, cause);
        if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER);
        }
        String form = Negotiation.preferred(request.getHeaders().get(HttpHeader.ACCEPT), OFFERED);
        describe(response.getHeaders(), number);
        String words = switch (form) {
            case TEXT -> text(response.getHeaders(), code, number);
            case HTML -> page(response.getHeaders(), code, number);
            default -> problem(response.getHeaders(), code, number);
        };
        response.write(true, ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), callback);
    }

    @Override
    public boolean errorPageForMethod(@Nullable String method) {
        return true;
    }

    /** Clients can cause each of them as often as they like. */
    private void log(String number, int code, @Nullable Throwable cause) {
        if (Departure.is(cause)) {
            LOG.debug("Request {} was left by its client", number, cause);
        } else if (!HttpStatus.isServerError(code) || cause == null || cause instanceof HttpException) {
            refused.write(others -> LOG.info(
                    "Request {} was malformed or too much and refused with {}, as were {} others since the last such line",
                    number,
                    code,
                    others));
        } else if (traces.isDue()) {
            LOG.error("Request {} failed", number, cause);
        } else {
            LOG.error("Request {} failed: {}", number, cause.toString());
        }
    }

    private void describe(HttpFields.Mutable fields, String number) {
        headers.forEach(fields::put);
        fields.put(SecurityHeaders.POLICY, SecurityHeaders.policyOfWords());
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        fields.put("X-Request-Id", number);
    }

    private static String text(HttpFields.Mutable fields, int code, String number) {
        fields.put(HttpHeader.CONTENT_TYPE, TEXT + "; charset=utf-8");
        return "%d %s%nRequest %s%n".formatted(code, HttpStatus.getMessage(code), number);
    }

    private static String page(HttpFields.Mutable fields, int code, String number) {
        fields.put(HttpHeader.CONTENT_TYPE, HTML + "; charset=utf-8");
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$d %2$s</title></head>
                <body><h1>%1$d %2$s</h1><p>Request %3$s</p></body>
                </html>
                """.formatted(code, HttpStatus.getMessage(code), number);
    }

    private static String problem(HttpFields.Mutable fields, int code, String number) {
        fields.put(HttpHeader.CONTENT_TYPE, PROBLEM);
        return Json.object(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", HttpStatus.getMessage(code));
            json.writeNumberField("status", code);
            json.writeStringField("request", number);
        });
    }
}
