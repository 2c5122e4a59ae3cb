package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Use case: make a post visible to readers, now. */
public final class PublishPost {

    /** @param date to stand under it, none in the future; empty for now, or for the one it had when it was taken back */
    public record Command(Actor actor, PostId post, Optional<Instant> date) {
        public Command(Actor actor, PostId post) {
            this(actor, post, Optional.empty());
        }
    }

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public PublishPost(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            command.actor().requireMayPublish(post.state().authors());
            Instant now = clock.instant();
            command.date().ifPresentOrElse(date -> post.publishAsOf(date, now), () -> post.publish(now));
            posts.save(post);
        });
    }
}
