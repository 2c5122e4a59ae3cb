package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.ServletException;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where refusals and failures become HTTP. What a visitor reads of them is up to {@link ErrorPages}. */
public final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String EXPLANATION = "explanation";
    private static final String FIELD = "field of refusal";

    /** What no program sends that people have written for the blog, and no browser. */
    private static final Set<HttpStatus> MALFORMED =
            Set.of(HttpStatus.BAD_REQUEST, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE);

    private Errors() {}

    public static void register(RoutesConfig routes) {
        OnceAMinute traces = new OnceAMinute(System::nanoTime);
        RepeatedLine slowed = new RepeatedLine(System::nanoTime);
        RepeatedLine malformed = new RepeatedLine(System::nanoTime);
        routes.exception(BlogException.class, (refusal, ctx) -> refuse(refusal, ctx, traces));
        routes.exception(BlogException.TooOften.class, (refusal, ctx) -> {
            slowed.write(others -> LOG.info(
                    "{} {} was asked for too often, as were {} other requests since the last such line",
                    ctx.method().name(),
                    Footprint.route(ctx),
                    others));
            refuse(refusal, ctx, traces);
        });
        routes.exception(SignInNeeded.class, (needed, ctx) -> ctx.redirect(needed.address(), HttpStatus.SEE_OTHER));
        routes.exception(MethodNotAllowedResponse.class, (refusal, ctx) -> {
            ctx.header("Allow", String.join(", ", refusal.getDetails().values()));
            refuse(ctx, refusal.getStatus());
        });
        routes.exception(HttpResponseException.class, (refusal, ctx) -> {
            if (MALFORMED.contains(HttpStatus.forStatus(refusal.getStatus()))) {
                note(malformed, ctx, refusal.getStatus());
            }
            refuse(ctx, refusal.getStatus());
        });
        routes.exception(Exception.class, (failure, ctx) -> fail(failure, ctx, malformed));
    }

    /** The sentence that goes with a refusal, empty if there is none that a visitor should read. */
    static String explanation(Context ctx) {
        String explanation = ctx.attribute(EXPLANATION);
        return explanation == null ? "" : explanation;
    }

    /** The field that a refusal is about, empty if it is about none. */
    static String field(Context ctx) {
        String field = ctx.attribute(FIELD);
        return field == null ? "" : field;
    }

    static HttpStatus status(BlogException refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static void refuse(BlogException refusal, Context ctx, OnceAMinute traces) {
        HttpStatus status = status(refusal);
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            ctx.header("Retry-After", "10");
            log(refusal, ctx, traces);
        }
        if (status == HttpStatus.FORBIDDEN) {
            String who = Footprint.account(ctx).map(AccountId::toString).orElse("nobody");
            LOG.info("{} {} forbidden to {}", ctx.method().name(), Footprint.route(ctx), who);
        }
        if (refusal instanceof BlogException.TooOften often) {
            ctx.header("Retry-After", String.valueOf(often.seconds()));
        }
        if (status != HttpStatus.SERVICE_UNAVAILABLE) {
            ctx.attribute(EXPLANATION, refusal.getMessage());
            if (refusal instanceof BlogException.Invalid invalid) {
                ctx.attribute(FIELD, invalid.field());
            }
        }
        refuse(ctx, status.getCode());
    }

    /** While the database is away each request is refused: a line tells all that is new, and one trace a minute the rest. */
    private static void log(BlogException refusal, Context ctx, OnceAMinute traces) {
        String method = ctx.method().name();
        if (refusal.getCause() != null && traces.isDue()) {
            LOG.warn("{} {} refused for now", method, Footprint.route(ctx), refusal);
        } else {
            LOG.warn("{} {} refused for now: {}", method, Footprint.route(ctx), refusal.getMessage());
        }
    }

    private static void note(RepeatedLine malformed, Context ctx, int status) {
        malformed.write(others -> LOG.info(
                "{} {} was malformed and refused with {}, as were {} other requests since the last such line",
                ctx.method().name(),
                Footprint.route(ctx),
                status,
                others));
    }

    private static void fail(Exception failure, Context ctx, RepeatedLine malformed) {
        Throwable cause = failure instanceof ServletException ? failure.getCause() : failure;
        if (Departure.is(failure)) {
            LOG.debug("{} {} was not sent to its end", ctx.method().name(), Footprint.route(ctx), failure);
            ctx.header("Connection", "close");
            refuse(ctx, HttpStatus.BAD_REQUEST.getCode());
            return;
        }
        if (cause instanceof HttpException broken && broken.getCode() < 500) {
            // What is left of such a body, and its failure, must not meet the next request.
            ctx.header("Connection", "close");
            note(malformed, ctx, broken.getCode());
            refuse(ctx, broken.getCode());
            return;
        }
        LOG.error("{} {} failed", ctx.method().name(), Footprint.route(ctx), failure);
        refuse(ctx, HttpStatus.INTERNAL_SERVER_ERROR.getCode());
    }

    /** Drops what may have been written so far, so that an error page takes its place. */
    private static void refuse(Context ctx, int status) {
        ctx.status(status);
        Delivery.discard(ctx);
    }
}
