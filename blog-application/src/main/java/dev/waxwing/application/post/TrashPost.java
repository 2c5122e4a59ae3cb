package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: throw a post away; readers who knew it learn that it is gone. */
public final class TrashPost {
    public record Command(Actor actor, PostId post) {}

    private final PostRepository posts;
    private final FreeLanguage languages;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public TrashPost(PostRepository posts, FreeLanguage languages, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.languages = languages;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            languages.makeWay(post, clock.instant());
            post.trash(clock.instant());
            posts.save(post);
        });
    }
}
