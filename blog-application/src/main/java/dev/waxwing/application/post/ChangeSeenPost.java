package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Use case: change a post in one or several ways, but only if it is still as it was seen. */
public final class ChangeSeenPost {

    /**
     * @param seen the version that was seen
     * @param change other use cases, which decide who may
     */
    public record Command(PostId post, long seen, Runnable change) {}

    private final PostRepository posts;
    private final UnitOfWork work;

    @Inject
    public ChangeSeenPost(PostRepository posts, UnitOfWork work) {
        this.posts = posts;
        this.work = work;
    }

    /**
     * Returns the present version if it is another one, and then has changed nothing.
     *
     * @throws BlogException.Conflict if somebody else was faster by a moment
     */
    public OptionalLong handle(Command command) {
        return work.execute(() -> {
            Post post = posts.get(command.post());
            if (post.state().version() != command.seen()) {
                return OptionalLong.of(post.state().version());
            }
            posts.save(post);
            command.change().run();
            return OptionalLong.empty();
        });
    }
}
