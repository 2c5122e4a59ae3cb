package dev.waxwing.application.post;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: say that a post is no translation of others; they stay linked with each other. */
public final class UnlinkTranslation {
    public record Command(Actor actor, PostId post) {}

    private final PostRepository posts;
    private final DeskQueries desk;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public UnlinkTranslation(PostRepository posts, DeskQueries desk, IdGenerator ids, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.desk = desk;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            if (isLinked(post)) {
                post.link(new TranslationGroup(ids.next()), clock.instant());
                posts.save(post);
            }
        });
    }

    private boolean isLinked(Post post) {
        return desk.translations(post.state().group()).size() > 1;
    }
}
