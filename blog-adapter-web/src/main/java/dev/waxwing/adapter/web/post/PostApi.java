package dev.waxwing.adapter.web.post;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiAnswer;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Example;
import dev.waxwing.adapter.web.shared.ApiOperation.Method;
import dev.waxwing.adapter.web.shared.ApiRequest;
import dev.waxwing.adapter.web.shared.Caller;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Precondition;
import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.ReopenPost;
import dev.waxwing.application.post.RevisePost;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.publication.ComposePost;
import dev.waxwing.application.publication.ComposePost.Appearance;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.token.CreateOnce;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagName;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/posts} and {@code /api/v1/pages}: what is written, for programs. */
public final class PostApi implements Api {
    private static final String TITLE = "title";
    private static final String MARKDOWN = "markdown";
    private static final String EXCERPT = "excerpt";
    private static final String LANGUAGE = "language";
    private static final String SLUG = "slug";
    private static final String TAGS = "tags";
    private static final String STATUS = "status";
    private static final String PUBLISH_AT = "publishAt";
    private static final Set<String> MADE_OF =
            Set.of(TITLE, MARKDOWN, EXCERPT, LANGUAGE, SLUG, TAGS, STATUS, PUBLISH_AT);
    /** Readers see what is changed in these, now or soon. */
    private static final Set<Post.Status> AWAITED = Set.of(Post.Status.SCHEDULED, Post.Status.PUBLISHED);

    private static final Set<String> CHANGEABLE = Set.of(TITLE, MARKDOWN, EXCERPT, LANGUAGE, TAGS);

    private final Post.Kind kind;
    private final PostActs acts;
    private final SiteSettings settings;

    public PostApi(Post.Kind kind, PostActs acts, SiteSettings settings) {
        this.kind = kind;
        this.acts = acts;
        this.settings = settings;
    }

    @Override
    public List<ApiOperation> operations() {
        String all = kind == Post.Kind.ARTICLE ? "/posts" : "/pages";
        String one = all + "/{id}";
        String word = kind == Post.Kind.ARTICLE ? "post" : "page";
        PostExamples examples = new PostExamples(kind);
        return List.of(
                new ApiOperation(
                        Method.GET,
                        all,
                        Scope.READ,
                        "List what readers see, newest first",
                        List.of("limit", "after"),
                        Example.reading(examples.list()),
                        this::list),
                new ApiOperation(
                        Method.POST,
                        all,
                        Scope.WRITE,
                        "Write a " + word,
                        List.of(),
                        Example.making(examples.newPost(), examples.created()),
                        this::create),
                new ApiOperation(
                        Method.GET,
                        one,
                        Scope.READ,
                        "Get a %s as it was written".formatted(word),
                        List.of(),
                        Example.reading(examples.document("draft")),
                        this::read),
                new ApiOperation(
                        Method.PATCH,
                        one,
                        Scope.WRITE,
                        "Change what a %s says".formatted(word),
                        List.of(),
                        Example.changing(examples.change(), examples.document("draft")),
                        this::change),
                act(one + "/publish", "Let readers see it now", examples.document("published"), this::publish),
                new ApiOperation(
                        Method.POST,
                        one + "/schedule",
                        Scope.PUBLISH,
                        "Let readers see it from then on",
                        List.of(),
                        Example.changing(examples.later(), examples.document("scheduled")),
                        this::schedule),
                act(one + "/unpublish", "Take it back to the drafts", examples.document("draft"), this::unpublish),
                act(one + "/archive", "Put it away", examples.document("archived"), this::archive),
                new ApiOperation(
                        Method.POST,
                        one + "/move",
                        Scope.PUBLISH,
                        "Give it another address; the former one leads there if readers knew it",
                        List.of(),
                        Example.changing(examples.move(), examples.document("draft")),
                        this::move),
                act(one + "/reopen", "Bring it back from the archive", examples.document("draft"), this::reopen));
    }

    private static ApiOperation act(String path, String summary, String answer, Handler handler) {
        return new ApiOperation(Method.POST, path, Scope.PUBLISH, summary, List.of(), Example.acting(answer), handler);
    }

    private void list(Context ctx) {
        int limit = ApiAnswer.limit(ctx);
        PostScope scope = kind == Post.Kind.ARTICLE ? new PostScope.Articles() : new PostScope.Pages();
        String after = Params.query(ctx, "after");
        List<PostSummary> found = after.isEmpty()
                ? acts.queries().published(scope, 0, limit + 1)
                : acts.queries().olderThan(place(after), scope, limit + 1);
        List<PostSummary> shown = found.subList(0, Math.min(limit, found.size()));
        ApiAnswer.list(ctx, shown, next(ctx, limit, found, shown), this::summary);
    }

    private static @Nullable String next(Context ctx, int limit, List<PostSummary> found, List<PostSummary> shown) {
        if (found.size() == shown.size()) {
            return null;
        }
        PostCursor last = shown.get(shown.size() - 1).cursor();
        return "%s?limit=%d&after=%s_%s".formatted(ctx.path(), limit, last.publishedAt(), last.post());
    }

    /** @throws BadRequestResponse if it names no place */
    private static PostCursor place(String after) {
        int end = after.indexOf('_');
        try {
            return new PostCursor(
                    Instant.parse(after.substring(0, Math.max(0, end))), PostId.parse(after.substring(end + 1)));
        } catch (DateTimeException | BlogException.NotFound e) {
            throw new BadRequestResponse();
        }
    }

    private void create(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, MADE_OF);
        Actor actor = Caller.actor(ctx);
        Appearance appearance = appearance(request);
        if (!(appearance instanceof Appearance.Draft)) {
            Caller.require(ctx, Scope.PUBLISH);
        }
        ComposePost.Command command = new ComposePost.Command(
                actor,
                kind,
                draft(request, Draft.of(new Title(request.require(TITLE)), request.require(MARKDOWN), language())),
                request.text(SLUG).map(Slug::new),
                tags(request).orElse(List.of()),
                appearance);
        PostId id = made(ctx, request, command);
        PostDocument post = document(actor, id);
        ctx.header("Location", ctx.path() + "/" + id);
        ctx.header(Delivery.ETAG, Precondition.tag(post.version()));
        ApiAnswer.send(ctx, HttpStatus.CREATED, Json.object(json -> head(json, post)));
    }

    private PostId made(Context ctx, ApiRequest request, ComposePost.Command command) {
        String key = ctx.header("Idempotency-Key");
        if (key == null) {
            return acts.compose().handle(command);
        }
        String asked = ctx.path() + "\n" + request;
        return PostId.parse(acts.once()
                .handle(new CreateOnce.Command(
                        command.actor(),
                        key,
                        asked,
                        () -> acts.compose().handle(command).toString())));
    }

    private static Appearance appearance(ApiRequest request) {
        Optional<Instant> due = request.instant(PUBLISH_AT);
        String status = request.text(STATUS).orElse(due.isPresent() ? "scheduled" : "draft");
        return switch (status) {
            case "draft" -> new Appearance.Draft();
            case "published" -> new Appearance.Published();
            case "scheduled" ->
                new Appearance.Scheduled(due.orElseThrow(
                        () -> new BlogException.Invalid(PUBLISH_AT, "A scheduled post needs a time in 'publishAt'")));
            default -> throw new BlogException.Invalid(STATUS, "'status' is one of draft, published and scheduled");
        };
    }

    private void read(Context ctx) {
        send(ctx, document(Caller.actor(ctx), id(ctx)));
    }

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, CHANGEABLE);
        Actor actor = Caller.actor(ctx);
        changed(ctx, request.toString(), post -> {
            PostDocument present = document(actor, post);
            if (AWAITED.contains(present.status())) {
                Caller.require(ctx, Scope.PUBLISH);
            }
            Content content = present.content();
            Draft former = new Draft(
                    content.title(),
                    content.body().markdown(),
                    content.excerpt(),
                    content.cover(),
                    content.language(),
                    content.canonical());
            acts.revise().handle(new RevisePost.Command(actor, post, OptionalLong.empty(), draft(request, former)));
            tags(request)
                    .ifPresent(names -> acts.tag()
                            .handle(new TagPost.Command(
                                    actor, post, acts.tags().handle(new FindOrCreateTags.Command(names)))));
        });
    }

    /** What was sent in the place of what is there. */
    private static Draft draft(ApiRequest request, Draft former) {
        return new Draft(
                request.text(TITLE).map(Title::new).orElse(former.title()),
                request.text(MARKDOWN).orElse(former.markdown()),
                request.text(EXCERPT).orElse(former.excerpt()),
                former.cover(),
                request.text(LANGUAGE).map(LanguageTag::new).orElse(former.language()),
                former.canonical());
    }

    private static Optional<List<TagName>> tags(ApiRequest request) {
        return request.texts(TAGS).map(names -> names.stream().map(TagName::new).toList());
    }

    private void publish(Context ctx) {
        Actor actor = Caller.actor(ctx);
        changed(ctx, "", post -> acts.publish().handle(new PublishPost.Command(actor, post)));
    }

    private void schedule(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(PUBLISH_AT));
        Instant due = request.instant(PUBLISH_AT)
                .orElseThrow(() -> new BlogException.Invalid(PUBLISH_AT, "'publishAt' is missing"));
        Actor actor = Caller.actor(ctx);
        changed(ctx, request.toString(), post -> acts.schedule().handle(new SchedulePost.Command(actor, post, due)));
    }

    private void unpublish(Context ctx) {
        Actor actor = Caller.actor(ctx);
        changed(ctx, "", post -> acts.unpublish().handle(new UnpublishPost.Command(actor, post)));
    }

    private void archive(Context ctx) {
        Actor actor = Caller.actor(ctx);
        changed(ctx, "", post -> acts.archive().handle(new ArchivePost.Command(actor, post)));
    }

    private void reopen(Context ctx) {
        Actor actor = Caller.actor(ctx);
        changed(ctx, "", post -> acts.reopen().handle(new ReopenPost.Command(actor, post)));
    }

    private void move(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(SLUG));
        Slug slug = new Slug(request.require(SLUG));
        Actor actor = Caller.actor(ctx);
        changed(ctx, request.toString(), post -> acts.move().handle(new MovePost.Command(actor, post, slug)));
    }

    /** Something that is done with a post that was seen. */
    @FunctionalInterface
    private interface Change {
        void of(PostId post);
    }

    private void changed(Context ctx, String sent, Change change) {
        Optional<String> seen = Precondition.seen(ctx);
        if (seen.isEmpty()) {
            return;
        }
        Actor actor = Caller.actor(ctx);
        PostId id = id(ctx);
        document(actor, id);
        OptionalLong newer = acts.changeSeen()
                .handle(new ChangeSeenPost.Command(id, Precondition.version(seen.get()), () -> change.of(id)));
        PostDocument post = document(actor, id);
        if (newer.isEmpty()) {
            send(ctx, post);
        } else {
            ctx.header(Delivery.ETAG, Precondition.tag(post.version()));
            Precondition.stale(ctx, seen.get(), sent, Json.object(json -> document(json, post)));
        }
    }

    /** @throws BlogException.NotFound if there is none, it is of the other kind, or the actor may not know of it */
    private PostDocument document(Actor actor, PostId id) {
        PostDocument post = acts.read().handle(new ReadPost.Command(actor, id));
        if (post.kind() != kind) {
            throw new BlogException.NotFound(kind == Post.Kind.ARTICLE ? "post" : "page", id);
        }
        return post;
    }

    private static PostId id(Context ctx) {
        return PostId.parse(Params.path(ctx, "id"));
    }

    private LanguageTag language() {
        return settings.current().language();
    }

    private void send(Context ctx, PostDocument post) {
        ctx.header(Delivery.ETAG, Precondition.tag(post.version()));
        ApiAnswer.send(ctx, HttpStatus.OK, Json.object(json -> document(json, post)));
    }

    private void head(JsonGenerator json, PostDocument post) throws IOException {
        json.writeStringField("id", post.id().toString());
        json.writeStringField(SLUG, post.slug().value());
        json.writeStringField("url", settings.current().absolute(Links.post(post.slug())));
        json.writeNumberField("version", post.version());
        json.writeStringField(STATUS, post.status().name().toLowerCase(Locale.ROOT));
    }

    private void document(JsonGenerator json, PostDocument post) throws IOException {
        Content content = post.content();
        head(json, post);
        json.writeStringField(TITLE, content.title().value());
        json.writeStringField(MARKDOWN, content.body().markdown());
        json.writeStringField("html", content.body().html());
        json.writeStringField(EXCERPT, content.excerpt());
        json.writeStringField(LANGUAGE, content.language().value());
        cover(json, content.cover());
        names(
                json,
                "authors",
                post.authors().stream().map(PostSummary.Byline::name).toList());
        names(json, TAGS, post.tags().stream().map(PostSummary.Label::name).toList());
        instant(json, PUBLISH_AT, post.scheduledFor());
        instant(json, "publishedAt", post.publishedAt());
        instant(json, "editedAt", post.editedAt());
    }

    private void summary(PostSummary post, JsonGenerator json) throws IOException {
        json.writeStringField("id", post.id().toString());
        json.writeStringField(SLUG, post.slug().value());
        json.writeStringField("url", settings.current().absolute(Links.post(post.slug())));
        json.writeStringField(TITLE, post.title());
        json.writeStringField(EXCERPT, post.excerpt());
        json.writeStringField(LANGUAGE, post.language().value());
        names(
                json,
                "authors",
                post.authors().stream().map(PostSummary.Byline::name).toList());
        names(json, TAGS, post.tags().stream().map(PostSummary.Label::name).toList());
        instant(json, "publishedAt", post.publishedAt());
        instant(json, "updatedAt", post.updatedAt());
    }

    private static void cover(JsonGenerator json, @Nullable Cover cover) throws IOException {
        if (cover == null) {
            json.writeNullField("cover");
            return;
        }
        json.writeObjectFieldStart("cover");
        json.writeStringField("address", cover.picture().value());
        json.writeStringField("alt", cover.alt());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String field, List<String> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void instant(JsonGenerator json, String field, @Nullable Instant at) throws IOException {
        json.writeStringField(field, at == null ? null : at.toString());
    }
}
