package dev.waxwing.adapter.web.post;

import static dev.waxwing.adapter.web.post.PostJson.PUBLISHED_AT;
import static dev.waxwing.adapter.web.post.PostJson.PUBLISH_AT;
import static dev.waxwing.adapter.web.post.PostJson.SLUG;

import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Example;
import dev.waxwing.adapter.web.shared.ApiOperation.Method;
import dev.waxwing.adapter.web.shared.ApiRequest;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.DiscardChanges;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PublishChanges;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.RedatePost;
import dev.waxwing.application.post.ReopenPost;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.application.post.SubmitPost;
import dev.waxwing.application.post.TrashPost;
import dev.waxwing.application.post.UndeletePost;
import dev.waxwing.application.post.UnlinkTranslation;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.post.WithdrawPost;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code /api/v1/posts/ID/…} and the same below pages: what becomes of a post, from review to archive, for programs. */
public final class PostLifeApi implements Api {
    private static final String TRANSLATION_OF = "translationOf";

    private final PostUseCases posts;
    private final PostDocuments documents;
    private final PostExamples examples;
    private final String one;

    public PostLifeApi(Post.Kind kind, PostActs acts, SiteSettings settings) {
        this.posts = acts.posts();
        this.documents = new PostDocuments(kind, acts.read(), acts.changeSeen(), new PostJson(settings));
        this.examples = new PostExamples(kind);
        this.one = (kind == Post.Kind.ARTICLE ? "/posts" : "/pages") + "/{id}";
    }

    @Override
    public List<ApiOperation> operations() {
        return List.of(
                operation(
                        "/link-translation",
                        Scope.WRITE,
                        "Say that it is another post or page in another language",
                        Example.changing(examples.translationOf(), examples.document("draft")),
                        this::linkTranslation),
                operation(
                        "/unlink-translation",
                        Scope.WRITE,
                        "Say that it is no translation of others; they stay linked with each other",
                        Example.acting(examples.alone()),
                        ctx -> documents.change(ctx, "", (actor, post) -> unlinkTranslation(ctx, actor, post))),
                act(
                        "/submit",
                        Scope.WRITE,
                        "Ask an editor to look at it, or at changes of it that readers do not see yet",
                        "in_review",
                        (actor, post) -> posts.submit().handle(new SubmitPost.Command(actor, post))),
                act(
                        "/withdraw",
                        Scope.WRITE,
                        "Take it back from review",
                        "draft",
                        (actor, post) -> posts.withdraw().handle(new WithdrawPost.Command(actor, post))),
                act(
                        "/publish",
                        Scope.PUBLISH,
                        "Let readers see it now",
                        "published",
                        (actor, post) -> posts.publish().handle(new PublishPost.Command(actor, post))),
                operation(
                        "/schedule",
                        Scope.PUBLISH,
                        "Let readers see it from then on",
                        Example.changing(examples.later(), examples.document("scheduled")),
                        this::schedule),
                operation(
                        "/date",
                        Scope.PUBLISH,
                        "Put what readers see under another date",
                        Example.changing(examples.earlier(), examples.document("published")),
                        this::redate),
                act(
                        "/publish-changes",
                        Scope.PUBLISH,
                        "Let readers see what was written since it was published",
                        "published",
                        (actor, post) -> posts.publishChanges().handle(new PublishChanges.Command(actor, post))),
                act(
                        "/discard-changes",
                        Scope.PUBLISH,
                        "Go back to what readers see; what was written since stays in the history",
                        "published",
                        (actor, post) -> posts.discardChanges().handle(new DiscardChanges.Command(actor, post))),
                act(
                        "/unpublish",
                        Scope.PUBLISH,
                        "Take it back to the drafts",
                        "draft",
                        (actor, post) -> posts.unpublish().handle(new UnpublishPost.Command(actor, post))),
                act(
                        "/archive",
                        Scope.PUBLISH,
                        "Put it away",
                        "archived",
                        (actor, post) -> posts.archive().handle(new ArchivePost.Command(actor, post))),
                operation(
                        "/move",
                        Scope.PUBLISH,
                        "Give it another address; the former one leads there if readers knew it",
                        Example.changing(examples.move(), examples.document("draft")),
                        this::move),
                act(
                        "/reopen",
                        Scope.PUBLISH,
                        "Bring it back from the archive",
                        "draft",
                        (actor, post) -> posts.reopen().handle(new ReopenPost.Command(actor, post))),
                act(
                        "/trash",
                        Scope.PUBLISH,
                        "Throw it away",
                        "trashed",
                        (actor, post) -> posts.trash().handle(new TrashPost.Command(actor, post))),
                act(
                        "/undelete",
                        Scope.PUBLISH,
                        "Bring it back from the trash",
                        "draft",
                        (actor, post) -> posts.undelete().handle(new UndeletePost.Command(actor, post))));
    }

    /** Something that is done without a word, after which the post stands like this. */
    private ApiOperation act(String act, Scope scope, String summary, String status, PostDocuments.Change change) {
        return operation(
                act,
                scope,
                summary,
                Example.acting(examples.document(status)),
                ctx -> documents.change(ctx, "", change));
    }

    private ApiOperation operation(String act, Scope scope, String summary, Example example, Handler handler) {
        return new ApiOperation(Method.POST, one + act, scope, summary, List.of(), example, handler);
    }

    private void linkTranslation(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(TRANSLATION_OF));
        Slug other = Params.slug(request.require(TRANSLATION_OF))
                .orElseThrow(() ->
                        new BlogException.Invalid(TRANSLATION_OF, "'translationOf' is the slug of a post or page"));
        documents.change(ctx, request.toString(), (actor, post) -> {
            documents.requireMayChange(ctx, documents.get(actor, post));
            posts.linkTranslation().handle(new LinkTranslation.Command(actor, post, other));
        });
    }

    private void unlinkTranslation(Context ctx, Actor actor, PostId post) {
        documents.requireMayChange(ctx, documents.get(actor, post));
        posts.unlinkTranslation().handle(new UnlinkTranslation.Command(actor, post));
    }

    private void schedule(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(PUBLISH_AT));
        Instant due = request.requireInstant(PUBLISH_AT);
        documents.change(
                ctx,
                request.toString(),
                (actor, post) -> ApiRequest.member(
                        PUBLISH_AT, () -> posts.schedule().handle(new SchedulePost.Command(actor, post, due))));
    }

    private void redate(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(PUBLISHED_AT));
        Instant date = request.requireInstant(PUBLISHED_AT);
        documents.change(
                ctx,
                request.toString(),
                (actor, post) -> posts.redate().handle(new RedatePost.Command(actor, post, date)));
    }

    private void move(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(SLUG));
        Slug slug = request.require(SLUG, Slug::new);
        documents.change(
                ctx, request.toString(), (actor, post) -> posts.move().handle(new MovePost.Command(actor, post, slug)));
    }
}
