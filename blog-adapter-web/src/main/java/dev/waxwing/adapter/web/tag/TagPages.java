package dev.waxwing.adapter.web.tag;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Head;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** {@code /tags} and {@code /tags/slug}: all tags, and the articles under each. */
public final class TagPages implements EndpointGroup {
    private final TagQueries tags;
    private final PostQueries posts;
    private final Frames frames;

    @Inject
    public TagPages(TagQueries tags, PostQueries posts, Frames frames) {
        this.tags = tags;
        this.posts = posts;
        this.frames = frames;
    }

    @Override
    public void addEndpoints() {
        get("/tags", this::index, Access.ANYONE);
        get("/tags/{slug}", ctx -> tag(ctx, 1), Access.ANYONE);
        get("/tags/{slug}/page/{number}", ctx -> tag(ctx, Params.number(Params.path(ctx, "number"))), Access.ANYONE);
    }

    private void index(Context ctx) {
        Head head = Head.of("Tags", "/tags").describedBy("What the posts are about.");
        Delivery.isForEverybody(ctx);
        ctx.render("tag/index.jte", Map.of("page", new TagIndex(frames.around(head), tags.inUse())));
    }

    private void tag(Context ctx, int number) {
        TagView tag = tags.find(Params.slug(ctx, "slug")).orElseThrow(NotFoundResponse::new);
        int size = frames.site().postsPerPage();
        List<PostSummary> found = posts.published(new PostScope.Tagged(tag.id()), Pager.offset(number, size), size + 1);
        Pager.Part<PostSummary> part = Pager.cut(found, number, size, page -> Links.tag(tag.slug(), page));
        Head head = Head.of(tag.name().value(), Links.tag(tag.slug(), number))
                .describedBy(tag.description())
                .with(new Head.Feeds(tag.name().value(), Links.tag(tag.slug())))
                .between(part.pager());
        TagPage page =
                new TagPage(frames.around(found.isEmpty() ? head.unlisted() : head), tag, part.items(), part.pager());
        Delivery.isForEverybody(ctx);
        ctx.render("tag/tag.jte", Map.of("page", page));
    }
}
