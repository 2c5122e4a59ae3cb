package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Use case: go on from what a post said before; the newest text stays as a revision, and readers of a published post see
 * what they saw until its changes are published.
 */
public final class RestoreRevision {
    public record Command(Actor actor, PostId post, int revision) {}

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RestoreRevision(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.NotFound if the post has no such revision */
    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            SavePost.requireMayWrite(command.actor(), post);
            Revision former = posts.getRevision(command.post(), command.revision());
            int newest = post.state().newest().number();
            post.edit(former.content(), command.actor().author().orElse(null), clock.instant());
            posts.save(post);
            if (post.state().newest().number() > newest) {
                posts.keep(command.post(), former.number(), Milestone.REVISITED);
                posts.keep(command.post(), post.state().newest().number(), Milestone.RESTORED);
            }
        });
    }
}
