package dev.waxwing.adapter.web.redirect;

import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectQueries;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;

/** Leads on from addresses at which nothing stands: to where the thing is now, or to the word that it is gone. */
public final class FormerAddresses {
    private final RedirectQueries redirects;

    @Inject
    public FormerAddresses(RedirectQueries redirects) {
        this.redirects = redirects;
    }

    /** To be asked when nothing was found. */
    public void lookUp(Context ctx) {
        Params.sitePath(ctx).flatMap(redirects::find).ifPresent(destination -> answer(ctx, destination));
    }

    private static void answer(Context ctx, Destination destination) {
        if (destination instanceof Destination.Moved moved) {
            ctx.redirect(moved.location(), HttpStatus.MOVED_PERMANENTLY);
            ctx.header(Delivery.CACHE_CONTROL, Delivery.REVALIDATE);
        } else {
            ctx.status(HttpStatus.GONE);
        }
    }
}
