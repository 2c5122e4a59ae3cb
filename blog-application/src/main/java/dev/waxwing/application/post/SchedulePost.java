package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Use case: let a post become visible at a later time. */
public final class SchedulePost {
    public record Command(Actor actor, PostId post, Instant due) {}

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SchedulePost(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            command.actor().requireMayPublish(post.state().authors());
            post.schedule(command.due(), clock.instant());
            posts.save(post);
        });
    }
}
