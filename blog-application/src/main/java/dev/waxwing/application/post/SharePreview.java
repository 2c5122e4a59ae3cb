package dev.waxwing.application.post;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Use case: make a link by which somebody without an account can read what is written. */
public final class SharePreview {

    /** @param open how long the link works: 1 second to 90 days */
    public record Command(Actor actor, PostId post, Duration open) {}

    private final PreviewRepository previews;
    private final PostRepository posts;
    private final TokenGenerator tokens;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SharePreview(
            PreviewRepository previews,
            PostRepository posts,
            TokenGenerator tokens,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        this.previews = previews;
        this.posts = posts;
        this.tokens = tokens;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /** The secret of the link; it is told this once. */
    public Token handle(Command command) {
        Token token = tokens.next();
        work.run(() -> {
            command.actor().requireMayEdit(posts.get(command.post()).state().authors());
            previews.save(Preview.share(
                    new PreviewId(ids.next()), command.post(), token.hash(), command.open(), clock.instant()));
        });
        return token;
    }
}
