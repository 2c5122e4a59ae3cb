package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Use case: put a post that readers see under another date, never one in the future. */
public final class RedatePost {
    public record Command(Actor actor, PostId post, Instant date) {}

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RedatePost(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            command.actor().requireMayPublish(post.state().authors());
            post.redate(command.date(), clock.instant());
            posts.save(post);
        });
    }
}
