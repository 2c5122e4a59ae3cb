package dev.waxwing.adapter.web.post;

import static dev.waxwing.adapter.web.post.PostJson.BYLINE;
import static dev.waxwing.adapter.web.post.PostJson.CANONICAL;
import static dev.waxwing.adapter.web.post.PostJson.COVER;
import static dev.waxwing.adapter.web.post.PostJson.EXCERPT;
import static dev.waxwing.adapter.web.post.PostJson.LANGUAGE;
import static dev.waxwing.adapter.web.post.PostJson.MARKDOWN;
import static dev.waxwing.adapter.web.post.PostJson.PUBLISH_AT;
import static dev.waxwing.adapter.web.post.PostJson.SLUG;
import static dev.waxwing.adapter.web.post.PostJson.STATUS;
import static dev.waxwing.adapter.web.post.PostJson.TAGS;
import static dev.waxwing.adapter.web.post.PostJson.TITLE;
import static java.util.stream.Collectors.joining;

import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiAnswer;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Example;
import dev.waxwing.adapter.web.shared.ApiOperation.Method;
import dev.waxwing.adapter.web.shared.ApiRequest;
import dev.waxwing.adapter.web.shared.Caller;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.BrowsePosts;
import dev.waxwing.application.post.CreditAuthors;
import dev.waxwing.application.post.DeskCursor;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.RevisePost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.publication.ComposePost;
import dev.waxwing.application.publication.ComposePost.Appearance;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagName;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/posts} and {@code /api/v1/pages}: what is written, for programs. */
public final class PostApi implements Api {
    private static final Set<String> MADE_OF =
            Set.of(TITLE, MARKDOWN, EXCERPT, LANGUAGE, COVER, CANONICAL, BYLINE, SLUG, TAGS, STATUS, PUBLISH_AT);
    private static final Set<String> CHANGEABLE =
            Set.of(TITLE, MARKDOWN, EXCERPT, LANGUAGE, COVER, CANONICAL, BYLINE, TAGS);

    /** The members of a new post, by what a post calls that which they say. */
    private static final Map<String, String> MEMBERS =
            Map.of("scheduledFor", PUBLISH_AT, "publishedAt", PUBLISH_AT, "authors", BYLINE);

    private final Post.Kind kind;
    private final PostActs acts;
    private final SiteSettings settings;
    private final PostJson json;
    private final PostDocuments documents;

    public PostApi(Post.Kind kind, PostActs acts, SiteSettings settings) {
        this.kind = kind;
        this.acts = acts;
        this.settings = settings;
        this.json = new PostJson(settings);
        this.documents = new PostDocuments(kind, acts.read(), acts.changeSeen(), json);
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
                        documents::send),
                new ApiOperation(
                        Method.PATCH,
                        one,
                        Scope.WRITE,
                        "Change what a %s says".formatted(word),
                        List.of(),
                        Example.changing(examples.change(), examples.document("draft")),
                        this::change));
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
        PostQueries queries = acts.posts().queries();
        ApiAnswer.list(
                ctx,
                "",
                limit -> place(ctx)
                        .map(place -> queries.olderThan(new PostCursor(place.at(), place.post()), scope, limit))
                        .orElseGet(() -> queries.published(scope, 0, limit)),
                post -> new Place(post.publishedAt(), post.id()).toString(),
                (post, members) -> json.summary(members, post));
    }

    /** Those that the program may know of, as the desk lists them. */
    private void listOwn(Context ctx, Post.Status status) {
        DeskFilter filter = DeskFilter.of(status).only(kind);
        ApiAnswer.list(
                ctx,
                "status=%s&".formatted(PostJson.word(status)),
                limit -> acts.posts()
                        .browse()
                        .handle(new BrowsePosts.Command(
                                Caller.actor(ctx),
                                filter,
                                place(ctx).map(place -> new DeskCursor(place.at(), place.post())),
                                limit)),
                post -> new Place(post.editedAt(), post.id()).toString(),
                (post, members) -> json.entry(members, post));
    }

    private static Post.Status status(String asked) {
        return Stream.of(Post.Status.values())
                .filter(status -> PostJson.word(status).equals(asked))
                .findFirst()
                .orElseThrow(() -> new BlogException.Invalid(
                        STATUS,
                        Stream.of(Post.Status.values())
                                .map(PostJson::word)
                                .collect(joining(", ", "'status' is one of ", ""))));
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
        Draft blank = Draft.of(
                request.require(TITLE, Title::new),
                request.require(MARKDOWN),
                settings.current().language());
        ComposePost.Command command = new ComposePost.Command(
                actor,
                kind,
                draft(request, blank),
                request.text(SLUG, Slug::new),
                byline(request).orElse(List.of()),
                tags(request).orElse(List.of()),
                appearance);
        PostId id =
                PostId.parse(ApiRequest.once(ctx, acts.once(), ctx.path() + "\n" + request, () -> compose(command)));
        PostDocument post = documents.get(actor, id);
        ctx.header("Location", ctx.path() + "/" + id);
        ApiAnswer.tag(ctx, documents.present(post));
        ApiAnswer.send(ctx, HttpStatus.CREATED, Json.object(members -> json.head(members, post)));
    }

    private String compose(ComposePost.Command command) {
        try {
            return acts.compose().handle(command).toString();
        } catch (BlogException.Invalid e) {
            throw new BlogException.Invalid(MEMBERS.getOrDefault(e.field(), e.field()), e.getMessage());
        }
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

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, CHANGEABLE);
        documents.change(ctx, request.toString(), (actor, post) -> {
            PostDocument present = documents.get(actor, post);
            documents.requireMayChange(ctx, present);
            Draft wanted = draft(request, Draft.of(present.content()));
            acts.posts().revise().handle(new RevisePost.Command(actor, post, OptionalLong.empty(), wanted));
            byline(request).ifPresent(byline -> credit(actor, post, byline));
            tags(request).ifPresent(names -> tag(actor, post, names));
        });
    }

    private void credit(Actor actor, PostId post, List<AuthorId> byline) {
        ApiRequest.member(BYLINE, () -> acts.posts().credit().handle(new CreditAuthors.Command(actor, post, byline)));
    }

    private void tag(Actor actor, PostId post, List<TagName> names) {
        acts.posts()
                .tag()
                .handle(new TagPost.Command(actor, post, acts.tags().handle(new FindOrCreateTags.Command(names))));
    }

    /** What was sent in the place of what is there. */
    private static Draft draft(ApiRequest request, Draft former) {
        return new Draft(
                request.text(TITLE, Title::new).orElse(former.title()),
                request.text(MARKDOWN).orElse(former.markdown()),
                request.text(EXCERPT).orElse(former.excerpt()),
                request.merged(
                        COVER,
                        former.cover(),
                        name -> request.object(name, Set.of("address", "alt"))
                                .map(sent -> ApiRequest.member(name, () -> cover(sent, former.cover())))),
                request.text(LANGUAGE, LanguageTag::new).orElse(former.language()),
                request.merged(CANONICAL, former.canonical(), name -> request.text(name, WebAddress::new)));
    }

    /** A description that is not sent stays with its picture. */
    private static Cover cover(ApiRequest sent, @Nullable Cover former) {
        MediaAddress picture = new MediaAddress(sent.require("address"));
        String kept = former != null && former.picture().equals(picture) ? former.alt() : "";
        return new Cover(picture, sent.text("alt").orElse(kept));
    }

    private Optional<List<AuthorId>> byline(ApiRequest request) {
        return request.texts(BYLINE, this::author);
    }

    private AuthorId author(String handle) {
        return acts.authors()
                .find(new Slug(handle))
                .map(AuthorView::id)
                .orElseThrow(() -> new BlogException.Invalid(BYLINE, "There is no author '%s'".formatted(handle)));
    }

    private static Optional<List<TagName>> tags(ApiRequest request) {
        return request.texts(TAGS, TagName::new);
    }
}
