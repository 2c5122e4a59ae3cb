package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.token.RecogniseApiToken.Program;
import dev.waxwing.domain.account.AccountId;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.Optional;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What a request leaves behind for those who watch the blog: the route it came in by and the account it acted for. Its
 * address as it was written is no part of it, because links for previews, passwords and setting up are secrets.
 */
public record Footprint(String route, Optional<AccountId> account) {
    /** Instead of a route, for what none was found for. */
    public static final String NOWHERE = "none";

    private static final String ROUTE = Footprint.class.getName() + ".route";

    /** To be called when the route is known and its handler has not begun. */
    public static void leave(Context ctx) {
        Endpoint route = ctx.endpoints().matchedHttpEndpoint();
        if (route != null) {
            ctx.attribute(ROUTE, route.path);
        }
    }

    /** The one of everybody who is sent what was made by this route earlier. */
    public static Footprint ofFinished(String route) {
        return new Footprint(route, Optional.empty());
    }

    /** For an answer that was made earlier. */
    public void leave(Attributes request) {
        request.setAttribute(ROUTE, this);
    }

    /** Whether the answer was made earlier, and for somebody else. */
    public static boolean isOfFinished(Attributes request) {
        return request.getAttribute(ROUTE) instanceof Footprint;
    }

    /** The route of a request, such as {@code /tags/{slug}}. */
    public static String route(Context ctx) {
        String route = ctx.attribute(ROUTE);
        return route == null ? NOWHERE : route;
    }

    public static Footprint of(Attributes request) {
        Object route = request.getAttribute(ROUTE);
        if (route instanceof Footprint finished) {
            return finished;
        }
        return new Footprint(route == null ? NOWHERE : route.toString(), account(request));
    }

    /** Who is signed in, or for whom a program acts. */
    static Optional<AccountId> account(Context ctx) {
        return account(ctx.attribute(Requester.KEY), ctx.attribute(Caller.KEY));
    }

    private static Optional<AccountId> account(Attributes request) {
        return account(request.getAttribute(Requester.KEY), request.getAttribute(Caller.KEY));
    }

    private static Optional<AccountId> account(@Nullable Object requester, @Nullable Object caller) {
        if (requester instanceof Requester signedIn) {
            return Optional.of(signedIn.account());
        }
        return caller instanceof Program program ? program.actor().account() : Optional.empty();
    }
}
