package dev.waxwing.adapter.web.post;

import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.BrowsePosts;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.CreditAuthors;
import dev.waxwing.application.post.DiscardChanges;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PublishChanges;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.RedatePost;
import dev.waxwing.application.post.ReopenPost;
import dev.waxwing.application.post.RevisePost;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.application.post.SubmitPost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.post.TrashPost;
import dev.waxwing.application.post.UndeletePost;
import dev.waxwing.application.post.UnlinkTranslation;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.post.WithdrawPost;
import dev.waxwing.application.publication.ComposePost;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.token.CreateOnce;

/** What programs can do with posts. */
public record PostActs(
        ReadPost read,
        ComposePost compose,
        ChangeSeenPost changeSeen,
        BrowsePosts browse,
        RevisePost revise,
        TagPost tag,
        CreditAuthors credit,
        LinkTranslation linkTranslation,
        UnlinkTranslation unlinkTranslation,
        SubmitPost submit,
        WithdrawPost withdraw,
        PublishPost publish,
        RedatePost redate,
        PublishChanges publishChanges,
        DiscardChanges discardChanges,
        SchedulePost schedule,
        UnpublishPost unpublish,
        ArchivePost archive,
        ReopenPost reopen,
        TrashPost trash,
        UndeletePost undelete,
        MovePost move,
        FindOrCreateTags tags,
        CreateOnce once,
        PostQueries queries,
        AuthorQueries authors) {

    /** All of them, of the use cases of posts and what programs need beside. */
    public static PostActs of(
            PostUseCases posts,
            ReadPost read,
            ChangeSeenPost changeSeen,
            ComposePost compose,
            FindOrCreateTags tags,
            AuthorQueries authors,
            CreateOnce once) {
        return new PostActs(
                read,
                compose,
                changeSeen,
                posts.browse(),
                posts.revise(),
                posts.tag(),
                posts.credit(),
                posts.linkTranslation(),
                posts.unlinkTranslation(),
                posts.submit(),
                posts.withdraw(),
                posts.publish(),
                posts.redate(),
                posts.publishChanges(),
                posts.discardChanges(),
                posts.schedule(),
                posts.unpublish(),
                posts.archive(),
                posts.reopen(),
                posts.trash(),
                posts.undelete(),
                posts.move(),
                tags,
                once,
                posts.queries(),
                authors);
    }
}
