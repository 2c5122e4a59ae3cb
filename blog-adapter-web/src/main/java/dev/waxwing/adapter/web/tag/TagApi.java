package dev.waxwing.adapter.web.tag;

import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiAnswer;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Example;
import dev.waxwing.adapter.web.shared.ApiOperation.Method;
import dev.waxwing.adapter.web.shared.ApiRequest;
import dev.waxwing.adapter.web.shared.Caller;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Precondition;
import dev.waxwing.application.tag.ChangeSeenTag;
import dev.waxwing.application.tag.CreateTag;
import dev.waxwing.application.tag.DescribeTag;
import dev.waxwing.application.tag.MergeTags;
import dev.waxwing.application.tag.MoveTag;
import dev.waxwing.application.tag.RenameTag;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.application.token.CreateOnce;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /api/v1/tags}: tags for programs. A tag is added by itself, or with the first post that is put under it. */
public final class TagApi implements Api {
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final Set<String> CHANGEABLE = Set.of(NAME, DESCRIPTION);
    private static final String TAG = """
            {"slug": "travel", "name": "Travel", "description": "", "posts": 1, "version": 1}""";

    private final TagUseCases tags;
    private final CreateOnce once;

    @Inject
    public TagApi(TagUseCases tags, CreateOnce once) {
        this.tags = tags;
        this.once = once;
    }

    @Override
    public List<ApiOperation> operations() {
        return List.of(
                new ApiOperation(
                        Method.GET,
                        "/tags",
                        Scope.READ,
                        "List the tags, by slug",
                        List.of("limit", "after"),
                        Example.reading("{\"items\": [%s]}".formatted(TAG)),
                        this::list),
                new ApiOperation(
                        Method.POST,
                        "/tags",
                        Scope.WRITE,
                        "Add a tag that posts can be put under",
                        List.of(),
                        Example.making("{\"name\": \"Travel\", \"description\": \"Notes from the road.\"}", TAG),
                        this::create),
                new ApiOperation(
                        Method.GET,
                        "/tags/{slug}",
                        Scope.READ,
                        "Get a tag",
                        List.of(),
                        Example.reading(TAG),
                        this::read),
                new ApiOperation(
                        Method.PATCH,
                        "/tags/{slug}",
                        Scope.WRITE,
                        "Rename or describe a tag",
                        List.of(),
                        Example.changing("{\"description\": \"Notes from the road.\"}", TAG),
                        this::change),
                new ApiOperation(
                        Method.POST,
                        "/tags/{slug}/move",
                        Scope.PUBLISH,
                        "Give a tag's page another address; the former one leads there",
                        List.of(),
                        Example.changing("{\"slug\": \"journeys\"}", TAG),
                        this::move),
                new ApiOperation(
                        Method.POST,
                        "/tags/{slug}/merge",
                        Scope.PUBLISH,
                        "Make two tags one; answers the one that stays",
                        List.of(),
                        Example.changing("{\"into\": \"java\"}", TAG),
                        this::merge));
    }

    private void list(Context ctx) {
        ApiAnswer.list(
                ctx,
                tags.queries()::bySlug,
                TagView::slug,
                (tag, json) -> members(tag).write(json));
    }

    private void create(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, CHANGEABLE);
        CreateTag.Command command = new CreateTag.Command(
                Caller.actor(ctx),
                request.require(NAME, TagName::new),
                request.text(DESCRIPTION).orElse(""));
        TagId id = TagId.parse(ApiRequest.once(
                ctx,
                once,
                ctx.path() + "\n" + request,
                () -> tags.create().handle(command).toString()));
        TagView tag = view(id).orElseThrow(NotFoundResponse::new);
        ctx.header("Location", ctx.path() + "/" + tag.slug());
        ApiAnswer.tagged(ctx, HttpStatus.CREATED, present(tag));
    }

    private void read(Context ctx) {
        ApiAnswer.tagged(ctx, HttpStatus.OK, present(found(ctx)));
    }

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, CHANGEABLE);
        TagId tag = found(ctx).id();
        changed(ctx, request, tag, () -> change(Caller.actor(ctx), tag, request), () -> found(ctx));
    }

    private void change(Actor actor, TagId tag, ApiRequest request) {
        request.text(NAME, TagName::new)
                .ifPresent(name -> tags.rename().handle(new RenameTag.Command(actor, tag, name)));
        request.text(DESCRIPTION)
                .ifPresent(words -> tags.describe().handle(new DescribeTag.Command(actor, tag, words)));
    }

    private void move(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of("slug"));
        Slug slug = request.require("slug", Slug::new);
        TagId tag = found(ctx).id();
        changed(
                ctx,
                request,
                tag,
                () -> tags.move().handle(new MoveTag.Command(Caller.actor(ctx), tag, slug)),
                () -> view(tag).orElseThrow(NotFoundResponse::new));
    }

    private void merge(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of("into"));
        TagId tag = found(ctx).id();
        TagId into = tags.queries()
                .find(request.require("into", Slug::new))
                .map(TagView::id)
                .orElseThrow(() -> new BlogException.Invalid("into", "There is no such tag"));
        changed(
                ctx,
                request,
                tag,
                () -> tags.merge().handle(new MergeTags.Command(Caller.actor(ctx), tag, into)),
                () -> view(tag).or(() -> view(into)).orElseThrow(NotFoundResponse::new));
    }

    private void changed(Context ctx, ApiRequest request, TagId tag, Runnable change, Supplier<TagView> after) {
        Precondition.change(
                ctx,
                request.toString(),
                seen -> tags.changeSeen().handle(new ChangeSeenTag.Command(tag, seen, change)),
                () -> present(after.get()));
    }

    private Optional<TagView> view(TagId id) {
        return tags.queries().all().stream().filter(tag -> tag.id().equals(id)).findFirst();
    }

    private TagView found(Context ctx) {
        Slug slug = Params.slug(ctx, "slug");
        return tags.queries().find(slug).orElseThrow(NotFoundResponse::new);
    }

    private static Precondition.Present present(TagView tag) {
        return new Precondition.Present(tag.version(), Json.object(members(tag)));
    }

    private static Json.Members members(TagView tag) {
        return json -> {
            json.writeStringField("slug", tag.slug().value());
            json.writeStringField(NAME, tag.name().value());
            json.writeStringField(DESCRIPTION, tag.description());
            json.writeNumberField("posts", tag.posts());
            json.writeNumberField("version", tag.version());
        };
    }
}
