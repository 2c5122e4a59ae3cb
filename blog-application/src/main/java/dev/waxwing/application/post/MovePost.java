package dev.waxwing.application.post;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Use case: give a post another address; if readers may have seen the former one, it leads to the post for ever. */
public final class MovePost {
    public record Command(Actor actor, PostId post, Slug slug) {}

    private final PostRepository posts;
    private final FreeSlug slugs;
    private final FormerAddresses addresses;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public MovePost(PostRepository posts, FreeSlug slugs, FormerAddresses addresses, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.slugs = slugs;
        this.addresses = addresses;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if another post stands at the slug, or its readers may still come there */
    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            Slug from = post.state().slug();
            Slug to = command.slug();
            if (from.equals(to)) {
                return;
            }
            slugs.require(to, post.id());
            Instant now = clock.instant();
            post.moveTo(to, now);
            posts.save(post);
            leaveRedirect(post, from, to, now);
        });
    }

    private void leaveRedirect(Post post, Slug from, Slug to, Instant now) {
        if (post.wasSeen()) {
            addresses.moved(SitePath.ofPost(from), SitePath.ofPost(to), new Target.ToPost(post.id()), now);
        } else {
            addresses.occupied(SitePath.ofPost(to), now);
        }
    }
}
