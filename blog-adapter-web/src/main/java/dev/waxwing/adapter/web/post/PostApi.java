package dev.waxwing.adapter.web.post;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiAnswer;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Example;
import dev.waxwing.adapter.web.shared.ApiOperation.Method;
import dev.waxwing.adapter.web.shared.ApiRequest;
import dev.waxwing.adapter.web.shared.Caller;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Precondition;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.BrowsePosts;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.CreditAuthors;
import dev.waxwing.application.post.DeskCursor;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.post.DiscardChanges;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.LinkedPost;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
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
import dev.waxwing.application.publication.ComposePost.Appearance;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import dev.waxwing.domain.tag.TagName;
import dev.waxwing.domain.token.Scope;
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
import java.util.stream.Stream;
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
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String COVER = "cover";
    private static final String CANONICAL = "canonical";
    private static final String BYLINE = "byline";
    private static final String TRANSLATION_OF = "translationOf";
    private static final Set<String> MADE_OF =
            Set.of(TITLE, MARKDOWN, EXCERPT, LANGUAGE, COVER, CANONICAL, BYLINE, SLUG, TAGS, STATUS, PUBLISH_AT);
    /** Readers see what is changed in these, now or soon. */
    private static final Set<Post.Status> AWAITED = Set.of(Post.Status.SCHEDULED, Post.Status.PUBLISHED);

    private static final Set<String> CHANGEABLE =
            Set.of(TITLE, MARKDOWN, EXCERPT, LANGUAGE, COVER, CANONICAL, BYLINE, TAGS);

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
                        "List what readers see, newest first; with a status, what may be edited, the last edited first",
                        List.of(STATUS, "limit", "after"),
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
                new ApiOperation(
                        Method.POST,
                        one + "/link-translation",
                        Scope.WRITE,
                        "Say that it is another post or page in another language",
                        List.of(),
                        Example.changing(examples.translationOf(), examples.document("draft")),
                        this::linkTranslation),
                new ApiOperation(
                        Method.POST,
                        one + "/unlink-translation",
                        Scope.WRITE,
                        "Say that it is no translation of others; they stay linked with each other",
                        List.of(),
                        Example.acting(examples.alone()),
                        this::unlinkTranslation),
                new ApiOperation(
                        Method.POST,
                        one + "/submit",
                        Scope.WRITE,
                        "Ask an editor to look at it, or at changes of it that readers do not see yet",
                        List.of(),
                        Example.acting(examples.document("in_review")),
                        this::submit),
                new ApiOperation(
                        Method.POST,
                        one + "/withdraw",
                        Scope.WRITE,
                        "Take it back from review",
                        List.of(),
                        Example.acting(examples.document("draft")),
                        this::withdraw),
                act(one + "/publish", "Let readers see it now", examples.document("published"), this::publish),
                new ApiOperation(
                        Method.POST,
                        one + "/schedule",
                        Scope.PUBLISH,
                        "Let readers see it from then on",
                        List.of(),
                        Example.changing(examples.later(), examples.document("scheduled")),
                        this::schedule),
                new ApiOperation(
                        Method.POST,
                        one + "/date",
                        Scope.PUBLISH,
                        "Put what readers see under another date",
                        List.of(),
                        Example.changing(examples.earlier(), examples.document("published")),
                        this::redate),
                act(
                        one + "/publish-changes",
                        "Let readers see what was written since it was published",
                        examples.document("published"),
                        this::publishChanges),
                act(
                        one + "/discard-changes",
                        "Go back to what readers see; what was written since stays in the history",
                        examples.document("published"),
                        this::discardChanges),
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
                act(one + "/reopen", "Bring it back from the archive", examples.document("draft"), this::reopen),
                act(one + "/trash", "Throw it away", examples.document("trashed"), this::trash),
                act(one + "/undelete", "Bring it back from the trash", examples.document("draft"), this::undelete));
    }

    private static ApiOperation act(String path, String summary, String answer, Handler handler) {
        return new ApiOperation(Method.POST, path, Scope.PUBLISH, summary, List.of(), Example.acting(answer), handler);
    }

    private void list(Context ctx) {
        String status = Params.query(ctx, STATUS);
        if (status.isEmpty()) {
            listPublished(ctx);
        } else {
            listOwn(ctx, status(status));
        }
    }

    private void listPublished(Context ctx) {
        PostScope scope = kind == Post.Kind.ARTICLE ? new PostScope.Articles() : new PostScope.Pages();
        Site site = settings.current();
        ApiAnswer.list(
                ctx,
                "",
                limit -> place(ctx)
                        .map(place -> acts.queries().olderThan(new PostCursor(place.at(), place.post()), scope, limit))
                        .orElseGet(() -> acts.queries().published(scope, 0, limit)),
                post -> new Place(post.publishedAt(), post.id()).toString(),
                (post, json) -> summary(site, post, json));
    }

    /** Those that the program may know of, as the desk lists them. */
    private void listOwn(Context ctx, Post.Status status) {
        DeskFilter filter = DeskFilter.of(status).only(kind);
        Site site = settings.current();
        ApiAnswer.list(
                ctx,
                "status=%s&".formatted(word(status)),
                limit -> acts.browse()
                        .handle(new BrowsePosts.Command(
                                Caller.actor(ctx),
                                filter,
                                place(ctx).map(place -> new DeskCursor(place.at(), place.post())),
                                limit)),
                post -> new Place(post.editedAt(), post.id()).toString(),
                (post, json) -> entry(site, post, json));
    }

    private static Post.Status status(String asked) {
        return Stream.of(Post.Status.values())
                .filter(status -> word(status).equals(asked))
                .findFirst()
                .orElseThrow(() -> new BlogException.Invalid(
                        STATUS,
                        Stream.of(Post.Status.values())
                                .map(PostApi::word)
                                .collect(joining(", ", "'status' is one of ", ""))));
    }

    private static String word(Post.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Where a page of a list ends. */
    private record Place(Instant at, PostId post) {
        @Override
        public String toString() {
            return at + "_" + post;
        }
    }

    /** @throws BlogException.Invalid if 'after' names no place */
    private static Optional<Place> place(Context ctx) {
        String after = Params.query(ctx, "after");
        if (after.isEmpty()) {
            return Optional.empty();
        }
        int end = after.indexOf('_');
        try {
            return Optional.of(new Place(
                    Instant.parse(after.substring(0, Math.max(0, end))), PostId.parse(after.substring(end + 1))));
        } catch (DateTimeException | BlogException.NotFound e) {
            throw Params.noPlace("after", after);
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
                byline(request).orElse(List.of()),
                tags(request).orElse(List.of()),
                appearance);
        PostId id = PostId.parse(ApiRequest.once(
                ctx,
                acts.once(),
                ctx.path() + "\n" + request,
                () -> acts.compose().handle(command).toString()));
        PostDocument post = document(actor, id);
        ctx.header("Location", ctx.path() + "/" + id);
        ApiAnswer.tag(ctx, present(post));
        ApiAnswer.send(ctx, HttpStatus.CREATED, Json.object(json -> head(json, post)));
    }

    private static Appearance appearance(ApiRequest request) {
        Optional<Instant> due = request.instant(PUBLISH_AT);
        String status = request.text(STATUS).orElse(due.isPresent() ? "scheduled" : "draft");
        return switch (status) {
            case "draft" -> {
                due.ifPresent(at -> {
                    throw new BlogException.Invalid(PUBLISH_AT, "A draft has no 'publishAt'");
                });
                yield new Appearance.Draft();
            }
            case "published" -> new Appearance.Published(due);
            case "scheduled" ->
                new Appearance.Scheduled(due.orElseThrow(
                        () -> new BlogException.Invalid(PUBLISH_AT, "A scheduled post needs a time in 'publishAt'")));
            default -> throw new BlogException.Invalid(STATUS, "'status' is one of draft, published and scheduled");
        };
    }

    private void read(Context ctx) {
        ApiAnswer.tagged(ctx, HttpStatus.OK, present(document(Caller.actor(ctx), id(ctx))));
    }

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, CHANGEABLE);
        changed(ctx, request.toString(), (actor, post) -> {
            Content content = changeable(ctx, actor, post).content();
            Draft former = new Draft(
                    content.title(),
                    content.body().markdown(),
                    content.excerpt(),
                    content.cover(),
                    content.language(),
                    content.canonical());
            acts.revise().handle(new RevisePost.Command(actor, post, OptionalLong.empty(), draft(request, former)));
            byline(request).ifPresent(byline -> acts.credit().handle(new CreditAuthors.Command(actor, post, byline)));
            tags(request)
                    .ifPresent(names -> acts.tag()
                            .handle(new TagPost.Command(
                                    actor, post, acts.tags().handle(new FindOrCreateTags.Command(names)))));
        });
    }

    /** The post, if the token may change what is seen of it. */
    private PostDocument changeable(Context ctx, Actor actor, PostId post) {
        PostDocument present = document(actor, post);
        if (AWAITED.contains(present.status())) {
            Caller.require(ctx, Scope.PUBLISH);
        }
        return present;
    }

    /** What was sent in the place of what is there. */
    private static Draft draft(ApiRequest request, Draft former) {
        return new Draft(
                request.text(TITLE).map(Title::new).orElse(former.title()),
                request.text(MARKDOWN).orElse(former.markdown()),
                request.text(EXCERPT).orElse(former.excerpt()),
                request.merged(
                        COVER,
                        former.cover(),
                        name -> request.object(name, Set.of("address", "alt"))
                                .map(sent -> sentCover(sent, former.cover()))),
                request.text(LANGUAGE).map(LanguageTag::new).orElse(former.language()),
                request.merged(
                        CANONICAL,
                        former.canonical(),
                        name -> request.text(name).map(WebAddress::new)));
    }

    /** A description that is not sent stays with its picture. */
    private static Cover sentCover(ApiRequest sent, @Nullable Cover former) {
        MediaAddress picture = new MediaAddress(sent.require("address"));
        String kept = former != null && former.picture().equals(picture) ? former.alt() : "";
        return new Cover(picture, sent.text("alt").orElse(kept));
    }

    private Optional<List<AuthorId>> byline(ApiRequest request) {
        return request.texts(BYLINE)
                .map(handles -> handles.stream().map(this::author).toList());
    }

    private AuthorId author(String handle) {
        return acts.authors()
                .find(new Slug(handle))
                .map(AuthorView::id)
                .orElseThrow(() -> new BlogException.Invalid(BYLINE, "There is no author '%s'".formatted(handle)));
    }

    private static Optional<List<TagName>> tags(ApiRequest request) {
        return request.texts(TAGS).map(names -> names.stream().map(TagName::new).toList());
    }

    private void linkTranslation(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(TRANSLATION_OF));
        Slug other = Params.slug(request.require(TRANSLATION_OF))
                .orElseThrow(() ->
                        new BlogException.Invalid(TRANSLATION_OF, "'translationOf' is the slug of a post or page"));
        changed(
                ctx,
                request.toString(),
                (actor, post) -> acts.linkTranslation()
                        .handle(new LinkTranslation.Command(
                                actor, changeable(ctx, actor, post).id(), other)));
    }

    private void unlinkTranslation(Context ctx) {
        changed(
                ctx,
                "",
                (actor, post) -> acts.unlinkTranslation()
                        .handle(new UnlinkTranslation.Command(
                                actor, changeable(ctx, actor, post).id())));
    }

    private void publish(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.publish().handle(new PublishPost.Command(actor, post)));
    }

    private void schedule(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(PUBLISH_AT));
        Instant due = request.instant(PUBLISH_AT)
                .orElseThrow(() -> new BlogException.Invalid(PUBLISH_AT, "'publishAt' is missing"));
        changed(
                ctx,
                request.toString(),
                (actor, post) -> acts.schedule().handle(new SchedulePost.Command(actor, post, due)));
    }

    private void redate(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(PUBLISHED_AT));
        Instant date = request.instant(PUBLISHED_AT)
                .orElseThrow(() -> new BlogException.Invalid(PUBLISHED_AT, "'publishedAt' is missing"));
        changed(
                ctx,
                request.toString(),
                (actor, post) -> acts.redate().handle(new RedatePost.Command(actor, post, date)));
    }

    private void publishChanges(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.publishChanges().handle(new PublishChanges.Command(actor, post)));
    }

    private void discardChanges(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.discardChanges().handle(new DiscardChanges.Command(actor, post)));
    }

    private void unpublish(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.unpublish().handle(new UnpublishPost.Command(actor, post)));
    }

    private void archive(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.archive().handle(new ArchivePost.Command(actor, post)));
    }

    private void reopen(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.reopen().handle(new ReopenPost.Command(actor, post)));
    }

    private void submit(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.submit().handle(new SubmitPost.Command(actor, post)));
    }

    private void withdraw(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.withdraw().handle(new WithdrawPost.Command(actor, post)));
    }

    private void trash(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.trash().handle(new TrashPost.Command(actor, post)));
    }

    private void undelete(Context ctx) {
        changed(ctx, "", (actor, post) -> acts.undelete().handle(new UndeletePost.Command(actor, post)));
    }

    private void move(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of(SLUG));
        Slug slug = new Slug(request.require(SLUG));
        changed(ctx, request.toString(), (actor, post) -> acts.move().handle(new MovePost.Command(actor, post, slug)));
    }

    /** Something that is done with a post that was seen. */
    @FunctionalInterface
    private interface Change {
        void of(Actor actor, PostId post);
    }

    private void changed(Context ctx, String sent, Change change) {
        Actor actor = Caller.actor(ctx);
        Precondition.change(
                ctx,
                sent,
                seen -> {
                    PostId id = document(actor, id(ctx)).id();
                    return acts.changeSeen().handle(new ChangeSeenPost.Command(id, seen, () -> change.of(actor, id)));
                },
                () -> present(document(actor, id(ctx))));
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

    private Precondition.Present present(PostDocument post) {
        return new Precondition.Present(post.version(), Json.object(json -> document(json, post)));
    }

    private void head(JsonGenerator json, PostDocument post) throws IOException {
        json.writeStringField("id", post.id().toString());
        json.writeStringField(SLUG, post.slug().value());
        json.writeStringField("url", settings.current().absolute(Links.post(post.slug())));
        json.writeNumberField("version", post.version());
        json.writeStringField(STATUS, word(post.status()));
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
        json.writeStringField(
                CANONICAL,
                content.canonical() == null ? null : content.canonical().value());
        names(
                json,
                BYLINE,
                post.authors().stream().map(author -> author.handle().value()).toList());
        attribution(json, post.authors(), post.tags());
        translations(json, post.translations());
        instant(json, PUBLISH_AT, post.scheduledFor());
        instant(json, PUBLISHED_AT, post.publishedAt());
        instant(json, "editedAt", post.editedAt());
    }

    private void translations(JsonGenerator json, List<LinkedPost> translations) throws IOException {
        json.writeArrayFieldStart("translations");
        for (LinkedPost translation : translations) {
            json.writeStartObject();
            json.writeStringField("id", translation.id().toString());
            json.writeStringField("url", settings.current().absolute(Links.post(translation.slug())));
            json.writeStringField(TITLE, translation.title());
            json.writeStringField(LANGUAGE, translation.language().value());
            json.writeStringField(STATUS, word(translation.status()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void summary(Site site, PostSummary post, JsonGenerator json) throws IOException {
        json.writeStringField("id", post.id().toString());
        json.writeStringField(SLUG, post.slug().value());
        json.writeStringField("url", site.absolute(Links.post(post.slug())));
        json.writeStringField(TITLE, post.title());
        json.writeStringField(EXCERPT, post.excerpt());
        json.writeStringField(LANGUAGE, post.language().value());
        attribution(json, post.authors(), post.tags());
        instant(json, PUBLISHED_AT, post.publishedAt());
        instant(json, "updatedAt", post.updatedAt());
    }

    private static void entry(Site site, DeskEntry post, JsonGenerator json) throws IOException {
        json.writeStringField("id", post.id().toString());
        json.writeStringField(SLUG, post.slug().value());
        json.writeStringField("url", site.absolute(Links.post(post.slug())));
        json.writeStringField(STATUS, word(post.status()));
        json.writeStringField("changes", changes(post));
        json.writeStringField(TITLE, post.title());
        attribution(json, post.authors(), post.tags());
        instant(json, PUBLISH_AT, post.scheduledFor());
        instant(json, PUBLISHED_AT, post.publishedAt());
        instant(json, "editedAt", post.editedAt());
    }

    /** How text stands that readers of a published post do not see yet, if there is any. */
    private static @Nullable String changes(DeskEntry post) {
        if (post.submitted()) {
            return word(Post.Status.IN_REVIEW);
        }
        return post.changed() ? word(Post.Status.DRAFT) : null;
    }

    private static void attribution(JsonGenerator json, List<PostSummary.Byline> authors, List<PostSummary.Label> tags)
            throws IOException {
        names(json, "authors", authors.stream().map(PostSummary.Byline::name).toList());
        names(json, TAGS, tags.stream().map(PostSummary.Label::name).toList());
    }

    private static void cover(JsonGenerator json, @Nullable Cover cover) throws IOException {
        if (cover == null) {
            json.writeNullField(COVER);
            return;
        }
        json.writeObjectFieldStart(COVER);
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
