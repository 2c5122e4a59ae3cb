package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.post.PostId;
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

    /** Returns the present version if it is another one, and then has changed nothing. */
    public OptionalLong handle(Command command) {
        return work.execute(() -> {
            long present = posts.get(command.post()).state().version();
            if (present != command.seen()) {
                return OptionalLong.of(present);
            }
            command.change().run();
            return OptionalLong.empty();
        });
    }
}
