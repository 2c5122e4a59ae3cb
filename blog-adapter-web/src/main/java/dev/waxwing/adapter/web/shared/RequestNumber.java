package dev.waxwing.adapter.web.shared;

import io.javalin.http.Context;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** The number of a request: in every log line it causes, in a header of its answer and on error pages. */
public final class RequestNumber {
    /** The key of the number in the logging context. */
    public static final String KEY = "request";

    public static final String HEADER = "X-Request-Id";

    /** Without 0, 1, l and o, so that it can be read over a telephone. */
    private static final String DIGITS = "23456789abcdefghijkmnpqrstuvwxyz";

    private static final int LENGTH = 12;

    private RequestNumber() {}

    /** To be called before all else. A number sent by the client is not taken over: it would end up in the log. */
    public static void begin(Context ctx) {
        String number = next();
        ctx.attribute(KEY, number);
        ctx.header(HEADER, number);
        MDC.put(KEY, number);
    }

    public static void end() {
        MDC.remove(KEY);
    }

    public static String of(Context ctx) {
        String number = ctx.attribute(KEY);
        return number == null ? "" : number;
    }

    public static String next() {
        long bits = ThreadLocalRandom.current().nextLong();
        StringBuilder number = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            number.append(DIGITS.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return number.toString();
    }
}
