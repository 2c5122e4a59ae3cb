package dev.waxwing.adapter.web.post;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Head;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.post.Rendering;
import dev.waxwing.application.post.SuggestLinks;
import dev.waxwing.application.post.SuggestLinks.Suggestion;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * {@code /admin/preview}: a text as readers will see it, while it is written; {@code /preview/SECRET}: the same for somebody
 * who got the link.
 */
public final class PreviewDesk implements EndpointGroup {
    private static final int SUGGESTIONS = 8;

    private final MarkdownRenderer renderer;
    private final SuggestLinks links;
    private final PreviewUseCases previews;
    private final Frames frames;

    @Inject
    public PreviewDesk(MarkdownRenderer renderer, SuggestLinks links, PreviewUseCases previews, Frames frames) {
        this.renderer = renderer;
        this.links = links;
        this.previews = previews;
        this.frames = frames;
    }

    @Override
    public void addEndpoints() {
        post("/admin/preview", this::render, Access.CONTRIBUTOR);
        get("/admin/links", this::links, Access.CONTRIBUTOR);
        get("/preview/{secret}", this::read, Access.ANYONE);
    }

    private void render(Context ctx) {
        Form form = Form.of(ctx);
        try {
            Rendering rendering = renderer.render(form.value("markdown"), new LanguageTag(form.value("language")));
            ctx.contentType("application/json").result(Json.object(json -> {
                json.writeStringField("html", rendering.body().html());
                json.writeNumberField("words", rendering.body().words());
                Json.strings(json, "removed", rendering.removed());
            }));
        } catch (BlogException.Invalid e) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType("application/json")
                    .result(Json.object(json -> json.writeStringField("error", e.getMessage())));
        }
    }

    /** Posts to link to, by a part of their title. */
    private void links(Context ctx) {
        List<Suggestion> found = links.handle(new SuggestLinks.Command(
                Requester.of(ctx).actor(), Params.query(ctx, "q").strip(), SUGGESTIONS));
        ctx.contentType("application/json").result(Json.object(json -> {
            json.writeArrayFieldStart("posts");
            for (Suggestion post : found) {
                json.writeStartObject();
                json.writeStringField("title", post.title());
                json.writeStringField("address", "/" + post.slug());
                json.writeStringField("status", Standing.of(post.status()));
                json.writeBooleanField("own", post.own());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void read(Context ctx) {
        ctx.header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.header("X-Robots-Tag", "noindex");
        ctx.header("Referrer-Policy", "no-referrer");
        PostView post = previews.read().handle(new Token(Params.path(ctx, "secret")));
        Head head = Head.of(post.summary().title(), "").unlisted();
        PostPage page = new PostPage(frames.around(head), post, List.of(), null, null, List.of(), List.of());
        ctx.render("post/post.jte", Map.of("page", page));
    }
}
