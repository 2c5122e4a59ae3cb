package dev.waxwing.adapter.web.post;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.post.Surroundings;
import dev.waxwing.application.post.Translation;
import dev.waxwing.domain.post.Post;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /}, {@code /page/N} and {@code /slug}: the newest articles, and each post. */
public final class PostPages implements EndpointGroup {
    private static final int RELATED = 3;

    private final PostQueries posts;
    private final AuthorQueries authors;
    private final Frames frames;

    @Inject
    public PostPages(PostQueries posts, AuthorQueries authors, Frames frames) {
        this.posts = posts;
        this.authors = authors;
        this.frames = frames;
    }

    @Override
    public void addEndpoints() {
        get("/", ctx -> front(ctx, 1), Access.ANYONE);
        get("/page/{number}", this::furtherPage, Access.ANYONE);
        get("/{slug}", this::post, Access.ANYONE);
    }

    private void furtherPage(Context ctx) {
        int number = Params.number(Params.path(ctx, "number"));
        if (number == 1) {
            ctx.redirect("/", HttpStatus.MOVED_PERMANENTLY);
        } else {
            front(ctx, number);
        }
    }

    private void front(Context ctx, int number) {
        FrontPage page = FrontPage.of(frames, posts, number);
        boolean empty = page.posts().isEmpty() && posts.publishedCount() == 0;
        if (!empty) {
            Delivery.isForEverybody(ctx);
        }
        ctx.render(empty ? "post/welcome.jte" : "post/front.jte", Map.of("page", page));
    }

    private void post(Context ctx) {
        PostView post =
                Params.slug(Params.path(ctx, "slug")).flatMap(posts::published).orElseThrow(NotFoundResponse::new);
        Delivery.isForEverybody(ctx);
        ctx.render("post/post.jte", Map.of("page", page(post)));
    }

    private PostPage page(PostView post) {
        PostSummary summary = post.summary();
        boolean article = summary.kind() == Post.Kind.ARTICLE;
        Surroundings around = article ? posts.around(summary, RELATED) : Surroundings.NONE;
        List<Translation> translations = posts.translations(post.translations());
        return new PostPage(
                frames.around(PostHead.of(post, translations, frames.site())),
                post,
                authors(summary),
                around.older().orElse(null),
                around.newer().orElse(null),
                around.related(),
                translations.stream()
                        .filter(other -> !other.post().equals(summary.id()))
                        .toList());
    }

    private List<AuthorView> authors(PostSummary summary) {
        return summary.authors().stream()
                .map(author -> authors.find(author.handle()))
                .flatMap(Optional::stream)
                .toList();
    }
}
