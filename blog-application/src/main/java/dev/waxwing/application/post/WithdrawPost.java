package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: give what waits for an editor, a post or its changes, back to whoever writes it. */
public final class WithdrawPost {
    public record Command(Actor actor, PostId post) {}

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public WithdrawPost(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            command.actor().requireMayEdit(post.state().authors());
            post.withdraw(clock.instant());
            posts.save(post);
        });
    }
}
