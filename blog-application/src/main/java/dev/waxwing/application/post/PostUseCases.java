package dev.waxwing.application.post;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with posts, wired by hand: for embedding, for tests and for the bootstrap. */
public record PostUseCases(
        DraftPost draft,
        SavePost save,
        RevisePost revise,
        SubmitPost submit,
        WithdrawPost withdraw,
        PublishPost publish,
        RedatePost redate,
        PublishChanges publishChanges,
        DiscardChanges discardChanges,
        SchedulePost schedule,
        PublishDuePosts publishDue,
        UnpublishPost unpublish,
        ArchivePost archive,
        ReopenPost reopen,
        TrashPost trash,
        UndeletePost undelete,
        MovePost move,
        TagPost tag,
        CreditAuthors credit,
        LinkTranslation linkTranslation,
        UnlinkTranslation unlinkTranslation,
        RestoreRevision restoreRevision,
        BrowsePosts browse,
        SuggestLinks links,
        OpenPost open,
        CompareRevisions compare,
        ReconcilePost reconcile,
        PostQueries queries) {

    public static PostUseCases of(
            PostRepository posts,
            PostQueries queries,
            DeskQueries desk,
            RedirectRepository redirects,
            MarkdownRenderer renderer,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        FreeSlug slugs = new FreeSlug(posts, redirects);
        FreeLanguage languages = new FreeLanguage(posts, desk, ids);
        FormerAddresses addresses = new FormerAddresses(redirects);
        BrowsePosts browse = new BrowsePosts(desk);
        OpenPost open = new OpenPost(posts, desk, work);
        return new PostUseCases(
                new DraftPost(posts, slugs, renderer, ids, work, clock),
                new SavePost(posts, slugs, addresses, renderer, work, clock),
                new RevisePost(posts, renderer, work, clock),
                new SubmitPost(posts, work, clock),
                new WithdrawPost(posts, work, clock),
                new PublishPost(posts, work, clock),
                new RedatePost(posts, work, clock),
                new PublishChanges(posts, languages, work, clock),
                new DiscardChanges(posts, work, clock),
                new SchedulePost(posts, work, clock),
                new PublishDuePosts(posts, work, clock),
                new UnpublishPost(posts, languages, work, clock),
                new ArchivePost(posts, languages, work, clock),
                new ReopenPost(posts, work, clock),
                new TrashPost(posts, languages, work, clock),
                new UndeletePost(posts, work, clock),
                new MovePost(posts, slugs, addresses, work, clock),
                new TagPost(posts, work, clock),
                new CreditAuthors(posts, work, clock),
                new LinkTranslation(posts, languages, work, clock),
                new UnlinkTranslation(posts, desk, ids, work, clock),
                new RestoreRevision(posts, work, clock),
                browse,
                new SuggestLinks(browse, desk, queries),
                open,
                new CompareRevisions(posts, work),
                new ReconcilePost(open, posts),
                queries);
    }
}
