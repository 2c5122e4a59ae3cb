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
 *
 * @param finished whether the answer was made earlier, for anybody
 */
public record Footprint(String route, Optional<AccountId> account, boolean finished) {
    /** Instead of a route, for what none was found for. */
    public static final String NOWHERE = "none";

    private static final Footprint OF_NO_ROUTE = new Footprint(NOWHERE, Optional.empty(), false);
    private static final String KEY = Footprint.class.getName();

    /** To be called when the route is known and its handler has not begun. */
    public static void leave(Context ctx) {
        Endpoint route = ctx.endpoints().matchedHttpEndpoint();
        if (route != null) {
            ctx.attribute(KEY, new Footprint(route.path, Optional.empty(), false));
        }
    }

    /** The one of everybody who is sent what was made by this route earlier. */
    public static Footprint ofFinished(String route) {
        return new Footprint(route, Optional.empty(), true);
    }

    /** For an answer that was made earlier. */
    public void leave(Attributes request) {
        request.setAttribute(KEY, this);
    }

    /** The route of a request, such as {@code /tags/{slug}}. */
    public static String route(Context ctx) {
        return left(ctx.attribute(KEY)).route();
    }

    public static Footprint of(Attributes request) {
        Footprint left = left(request.getAttribute(KEY));
        return left.finished() ? left : new Footprint(left.route(), account(request), false);
    }

    private static Footprint left(@Nullable Object attribute) {
        return attribute instanceof Footprint footprint ? footprint : OF_NO_ROUTE;
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
