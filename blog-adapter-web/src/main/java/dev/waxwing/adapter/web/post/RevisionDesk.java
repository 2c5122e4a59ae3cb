package dev.waxwing.adapter.web.post;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.post.CompareRevisions;
import dev.waxwing.application.post.OpenPost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.RestoreRevision;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.domain.post.PostId;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;

/** {@code /admin/posts/ID/revisions}: what a post said before, what has changed, and the way back. */
public final class RevisionDesk implements EndpointGroup {
    private final PostUseCases posts;
    private final Desks desks;

    @Inject
    public RevisionDesk(PostUseCases posts, Desks desks) {
        this.posts = posts;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get("/admin/posts/{id}/revisions", this::list, Access.CONTRIBUTOR);
        get("/admin/posts/{id}/revisions/{number}", this::compare, Access.CONTRIBUTOR);
        post("/admin/posts/{id}/revisions/{number}", this::restore, Access.CONTRIBUTOR);
    }

    private void list(Context ctx) {
        WorkingCopy copy = opened(ctx);
        Desk desk = desks.around(ctx, "Revisions of " + copy.entry().title(), Desk.Section.POSTS);
        ctx.render(
                "post/revisions.jte",
                Map.of(
                        "page",
                        new RevisionsPage(
                                desk,
                                copy,
                                RevisionsPage.sittings(posts.queries().revisions(id(ctx))))));
    }

    private void compare(Context ctx) {
        WorkingCopy copy = opened(ctx);
        int newer = number(ctx);
        String asked = Params.query(ctx, "from");
        int former = asked.isEmpty() ? before(id(ctx), newer) : Params.number(asked);
        CompareRevisions.Comparison comparison = posts.compare()
                .handle(new CompareRevisions.Command(Requester.of(ctx).actor(), id(ctx), former, newer));
        Desk desk = desks.around(
                ctx, "Revision %d of %s".formatted(newer, copy.entry().title()), Desk.Section.POSTS);
        ctx.render("post/comparison.jte", Map.of("page", new ComparisonPage(desk, copy, comparison)));
    }

    /** The revision before another; the first has only itself. */
    private int before(PostId post, int number) {
        return posts.queries().revisions(post).stream()
                .map(RevisionView::number)
                .filter(former -> former < number)
                .findFirst()
                .orElse(number);
    }

    private void restore(Context ctx) {
        int number = number(ctx);
        posts.restoreRevision()
                .handle(new RestoreRevision.Command(Requester.of(ctx).actor(), id(ctx), number));
        Flash.goOn(
                ctx,
                "/admin/posts/" + id(ctx),
                "The text of revision %d is the newest again. What was written since is still among the revisions."
                        .formatted(number));
    }

    private WorkingCopy opened(Context ctx) {
        return posts.open().handle(new OpenPost.Command(Requester.of(ctx).actor(), id(ctx)));
    }

    private static PostId id(Context ctx) {
        return PostId.parse(Params.path(ctx, "id"));
    }

    private static int number(Context ctx) {
        return Params.number(Params.path(ctx, "number"));
    }
}
