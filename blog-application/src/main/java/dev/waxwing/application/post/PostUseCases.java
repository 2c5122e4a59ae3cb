package dev.waxwing.application.post;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with posts, wired by hand: for embedding, for tests and for the bootstrap. */
public record PostUseCases(
        DraftPost draft,
        RevisePost revise,
        PublishPost publish,
        SchedulePost schedule,
        PublishDuePosts publishDue,
        UnpublishPost unpublish,
        ArchivePost archive,
        ReopenPost reopen,
        MovePost move,
        TagPost tag,
        CreditAuthors credit,
        RestoreRevision restoreRevision,
        PostQueries queries) {

    public static PostUseCases of(
            PostRepository posts,
            PostQueries queries,
            RedirectRepository redirects,
            MarkdownRenderer renderer,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        FreeSlug slugs = new FreeSlug(posts, redirects);
        return new PostUseCases(
                new DraftPost(posts, slugs, renderer, ids, work, clock),
                new RevisePost(posts, renderer, work, clock),
                new PublishPost(posts, work, clock),
                new SchedulePost(posts, work, clock),
                new PublishDuePosts(posts, work, clock),
                new UnpublishPost(posts, work, clock),
                new ArchivePost(posts, work, clock),
                new ReopenPost(posts, work, clock),
                new MovePost(posts, slugs, new FormerAddresses(redirects), work, clock),
                new TagPost(posts, work, clock),
                new CreditAuthors(posts, work, clock),
                new RestoreRevision(posts, work, clock),
                queries);
    }
}
