package dev.waxwing.adapter.web.author;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Head;
import dev.waxwing.adapter.web.shared.Head.Property;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Picture;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.author.Profile;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** {@code /authors/handle}: an author and the articles that carry the name. */
public final class AuthorPages implements EndpointGroup {
    private final AuthorQueries authors;
    private final PostQueries posts;
    private final Frames frames;

    @Inject
    public AuthorPages(AuthorQueries authors, PostQueries posts, Frames frames) {
        this.authors = authors;
        this.posts = posts;
        this.frames = frames;
    }

    @Override
    public void addEndpoints() {
        get("/authors/{slug}", ctx -> author(ctx, 1), Access.ANYONE);
        get(
                "/authors/{slug}/page/{number}",
                ctx -> author(ctx, Params.number(Params.path(ctx, "number"))),
                Access.ANYONE);
    }

    private void author(Context ctx, int number) {
        AuthorView author = authors.find(Params.slug(ctx, "slug")).orElseThrow(NotFoundResponse::new);
        int size = frames.site().postsPerPage();
        List<PostSummary> found = posts.published(new PostScope.By(author.id()), Pager.offset(number, size), size + 1);
        Pager.Part<PostSummary> part = Pager.cut(found, number, size, page -> Links.author(author.handle(), page));
        AuthorPage page = new AuthorPage(frames.around(head(author, part.pager())), author, part.items(), part.pager());
        Delivery.isForEverybody(ctx);
        ctx.render("author/author.jte", Map.of("page", page));
    }

    private static Head head(AuthorView author, Pager pager) {
        Profile profile = author.profile();
        return Head.of(profile.name(), Links.author(author.handle(), pager.number()))
                .describedBy(profile.biography())
                .with(new Head.Feeds(profile.name(), Links.author(author.handle())))
                .with(List.of(new Property("og:type", "profile")))
                .with(profile.avatar() == null ? null : Picture.of(profile.avatar(), profile.name()))
                .between(pager);
    }
}
