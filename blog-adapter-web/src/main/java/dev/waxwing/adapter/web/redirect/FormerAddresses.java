package dev.waxwing.adapter.web.redirect;

import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.Slug;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Optional;

/** Leads on from addresses at which nothing stands: to where the thing is now, or to the word that it is gone. */
public final class FormerAddresses {
    private final RedirectQueries redirects;
    private final PostQueries posts;

    @Inject
    public FormerAddresses(RedirectQueries redirects, PostQueries posts) {
        this.redirects = redirects;
        this.posts = posts;
    }

    /** To be asked when nothing was found. What is known of an address goes before what it may have been meant to be. */
    public void lookUp(Context ctx) {
        Optional<SitePath> path = Params.sitePath(ctx);
        path.flatMap(redirects::find)
                .or(() -> path.flatMap(this::meant))
                .ifPresent(destination -> answer(ctx, destination));
    }

    /** The post whose address was typed with capital letters, accents, underscores or a file's ending. */
    private Optional<Destination> meant(SitePath path) {
        String name = path.value().substring(1).replaceFirst("/+$", "");
        return Slug.from(name.replaceFirst("\\.html?$", ""))
                .filter(slug -> name.indexOf('/') < 0 && !slug.value().equals(name))
                .filter(slug -> posts.published(slug).isPresent())
                .map(slug -> new Destination.Moved(Links.post(slug)));
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
