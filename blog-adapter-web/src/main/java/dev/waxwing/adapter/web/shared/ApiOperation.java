package dev.waxwing.adapter.web.shared;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.patch;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.domain.token.Scope;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;

/**
 * Something that a program can ask for, with an example that is tried with every build.
 *
 * @param path below {@link #ROOT}
 * @param scope that a token must have at least
 * @param query the parameters that may stand in the query
 */
public record ApiOperation(
        Method method, String path, Scope scope, String summary, List<String> query, Example example, Handler handler) {
    public static final String ROOT = "/api/v1";

    /** What is done. */
    public enum Method {
        /** Reads. */
        GET,
        /** Makes something, or acts on it. */
        POST,
        /** Changes what it names and leaves the rest (RFC 7396). */
        PATCH
    }

    /** The kinds of request, which differ in what they have to say of what was seen. */
    public enum Condition {
        /** Nothing was seen. */
        NONE,
        /** What is changed was seen: {@code If-Match} names its entity tag. */
        SEEN,
        /** Something is made, once if there is an {@code Idempotency-Key}. */
        MADE
    }

    /**
     * A request that works, and its answer, both as JSON.
     *
     * @param request empty if there is nothing to send
     */
    public record Example(Condition condition, Optional<String> request, int status, String answer) {
        public static Example reading(String answer) {
            return new Example(Condition.NONE, Optional.empty(), 200, answer);
        }

        public static Example making(String request, String answer) {
            return new Example(Condition.MADE, Optional.of(request), 201, answer);
        }

        public static Example changing(String request, String answer) {
            return new Example(Condition.SEEN, Optional.of(request), 200, answer);
        }

        public static Example acting(String answer) {
            return new Example(Condition.SEEN, Optional.empty(), 200, answer);
        }
    }

    public ApiOperation {
        query = List.copyOf(query);
    }

    /** Its route: whoever has a token may knock, and the scope is asked for before anything else. */
    void addEndpoint() {
        Handler guarded = ctx -> {
            Caller.require(ctx, scope);
            handler.handle(ctx);
        };
        switch (method) {
            case GET -> get(ROOT + path, guarded, Access.PROGRAM);
            case POST -> post(ROOT + path, guarded, Access.PROGRAM);
            case PATCH -> patch(ROOT + path, guarded, Access.PROGRAM);
        }
    }
}
