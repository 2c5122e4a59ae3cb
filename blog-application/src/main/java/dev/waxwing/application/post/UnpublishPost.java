package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: take a published or scheduled post back to the drafts. */
public final class UnpublishPost {
    public record Command(Actor actor, PostId post) {}

    private final PostRepository posts;
    private final FreeLanguage languages;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public UnpublishPost(PostRepository posts, FreeLanguage languages, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.languages = languages;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            command.actor().requireMayPublish(post.state().authors());
            languages.makeWay(post, clock.instant());
            post.unpublish(clock.instant());
            posts.save(post);
        });
    }
}
