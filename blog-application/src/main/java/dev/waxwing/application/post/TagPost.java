package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Use case: put a post under tags, in order, the primary one first, in place of those it was under. */
public final class TagPost {
    public record Command(Actor actor, PostId post, List<TagId> tags) {
        public Command {
            tags = List.copyOf(tags);
        }
    }

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public TagPost(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            post.tag(command.tags(), clock.instant());
            posts.save(post);
        });
    }
}
