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
import dev.waxwing.application.tag.DescribeTag;
import dev.waxwing.application.tag.RenameTag;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** {@code /api/v1/tags}: tags for programs. They come into being with the posts that are put under them. */
public final class TagApi implements Api {
    private static final String TAG = """
            {"slug": "travel", "name": "Travel", "description": "", "posts": 1, "version": 1}""";

    private final TagUseCases tags;

    @Inject
    public TagApi(TagUseCases tags) {
        this.tags = tags;
    }

    @Override
    public List<ApiOperation> operations() {
        return List.of(
                new ApiOperation(
                        Method.GET,
                        "/tags",
                        Scope.READ,
                        "List the tags that readers find posts under",
                        List.of(),
                        Example.reading("{\"items\": [%s]}".formatted(TAG)),
                        this::list),
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
                        this::change));
    }

    private void list(Context ctx) {
        ApiAnswer.list(
                ctx, tags.queries().inUse(), null, (tag, json) -> members(tag).write(json));
    }

    private void read(Context ctx) {
        TagView tag = found(ctx);
        ApiAnswer.tagged(ctx, tag.version(), Json.object(members(tag)));
    }

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of("name", "description"));
        Precondition.change(
                ctx,
                request.toString(),
                seen -> {
                    TagId tag = found(ctx).id();
                    return tags.changeSeen()
                            .handle(new ChangeSeenTag.Command(
                                    tag, seen, () -> change(Caller.actor(ctx), tag, request)));
                },
                () -> {
                    TagView tag = found(ctx);
                    return new Precondition.Present(tag.version(), Json.object(members(tag)));
                });
    }

    private void change(Actor actor, TagId tag, ApiRequest request) {
        request.text("name")
                .ifPresent(name -> tags.rename().handle(new RenameTag.Command(actor, tag, new TagName(name))));
        request.text("description")
                .ifPresent(words -> tags.describe().handle(new DescribeTag.Command(actor, tag, words)));
    }

    private TagView found(Context ctx) {
        Slug slug = Params.slug(ctx, "slug");
        return tags.queries().find(slug).orElseThrow(NotFoundResponse::new);
    }

    private static Json.Members members(TagView tag) {
        return json -> {
            json.writeStringField("slug", tag.slug().value());
            json.writeStringField("name", tag.name().value());
            json.writeStringField("description", tag.description());
            json.writeNumberField("posts", tag.posts());
            json.writeNumberField("version", tag.version());
        };
    }
}
