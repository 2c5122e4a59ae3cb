package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Use case: publish the scheduled posts whose time has come, each exactly once. Called by the clock, not by a person. */
public final class PublishDuePosts {
    private static final int BATCH = 50;

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public PublishDuePosts(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    /** Publishes a batch and returns how many there were; call again until it returns 0. */
    public int handle() {
        return work.execute(() -> {
            Instant now = clock.instant();
            List<PostId> due = posts.due(now, BATCH);
            due.forEach(id -> publish(id, now));
            return due.size();
        });
    }

    private void publish(PostId id, Instant now) {
        Post post = posts.get(id);
        post.publishIfDue(now);
        posts.save(post);
    }
}
