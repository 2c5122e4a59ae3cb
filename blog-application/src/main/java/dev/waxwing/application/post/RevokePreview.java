package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewId;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: close a preview link, for ever. */
public final class RevokePreview {
    public record Command(Actor actor, PreviewId preview) {}

    private final PreviewRepository previews;
    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RevokePreview(PreviewRepository previews, PostRepository posts, UnitOfWork work, Clock clock) {
        this.previews = previews;
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        work.run(() -> {
            Preview preview = previews.get(command.preview());
            command.actor()
                    .requireMayEdit(posts.get(preview.state().post()).state().authors());
            preview.revoke(clock.instant());
            previews.save(preview);
        });
    }
}
