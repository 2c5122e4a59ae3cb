package dev.waxwing.application.post;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.TokenGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with preview links, wired by hand: for embedding, for tests and for the bootstrap. */
public record PreviewUseCases(SharePreview share, RevokePreview revoke, ListPreviews list, ReadPreview read) {

    public static PreviewUseCases of(
            PreviewRepository previews,
            PostRepository posts,
            DeskQueries desk,
            TokenGenerator tokens,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        return new PreviewUseCases(
                new SharePreview(previews, posts, tokens, ids, work, clock),
                new RevokePreview(previews, posts, work, clock),
                new ListPreviews(previews, posts, clock),
                new ReadPreview(previews, posts, desk, work, clock));
    }
}
