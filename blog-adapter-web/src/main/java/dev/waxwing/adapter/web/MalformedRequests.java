package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.shared.RequestNumber;
import dev.waxwing.adapter.web.shared.SecurityHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
 * what is wrong by its standard name and repeats nothing of the request.
 */
final class MalformedRequests extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MalformedRequests.class);

    private final Map<String, String> headers;

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
        if (HttpStatus.isServerError(code) && cause != null) {
            LOG.error("Request {} failed", number, cause);
        }
        describe(response.getHeaders(), number);
        response.write(true, ByteBuffer.wrap(words(code, number)), callback);
    }

    @Override
    public boolean errorPageForMethod(@Nullable String method) {
        return true;
    }

    private void describe(HttpFields.Mutable fields, String number) {
        headers.forEach(fields::put);
        fields.put(SecurityHeaders.POLICY, SecurityHeaders.policyOfWords());
        fields.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        fields.put("X-Request-Id", number);
    }

    private static byte[] words(int code, String number) {
        return "%d %s%nRequest %s%n"
                .formatted(code, HttpStatus.getMessage(code), number)
                .getBytes(StandardCharsets.UTF_8);
    }
}
