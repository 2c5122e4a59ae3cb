package dev.waxwing.adapter.web.author;

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
import dev.waxwing.application.author.AuthorUseCases;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.author.ChangeProfile;
import dev.waxwing.application.author.ChangeSeenAuthor;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** {@code /api/v1/authors}: authors for programs. */
public final class AuthorApi implements Api {
    private static final String ADA = """
            {"handle": "ada", "name": "Ada", "biography": "", "posts": 1, "version": 1}""";

    private final AuthorUseCases authors;

    @Inject
    public AuthorApi(AuthorUseCases authors) {
        this.authors = authors;
    }

    @Override
    public List<ApiOperation> operations() {
        return List.of(
                new ApiOperation(
                        Method.GET,
                        "/authors",
                        Scope.READ,
                        "List the authors, by name",
                        List.of(),
                        Example.reading("{\"items\": [%s]}".formatted(ADA)),
                        this::list),
                new ApiOperation(
                        Method.GET,
                        "/authors/{handle}",
                        Scope.READ,
                        "Get an author",
                        List.of(),
                        Example.reading(ADA),
                        this::read),
                new ApiOperation(
                        Method.PATCH,
                        "/authors/{handle}",
                        Scope.WRITE,
                        "Change what readers learn of an author",
                        List.of(),
                        Example.changing("{\"biography\": \"Lives near a lake.\"}", ADA),
                        this::change));
    }

    private void list(Context ctx) {
        ApiAnswer.list(
                ctx,
                authors.queries().all(),
                null,
                (author, json) -> members(author).write(json));
    }

    private void read(Context ctx) {
        AuthorView author = found(ctx);
        ApiAnswer.tagged(ctx, author.version(), Json.object(members(author)));
    }

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of("name", "biography"));
        Precondition.change(
                ctx,
                request.toString(),
                seen -> authors.changeSeen()
                        .handle(new ChangeSeenAuthor.Command(
                                found(ctx).id(), seen, () -> change(Caller.actor(ctx), found(ctx), request))),
                () -> {
                    AuthorView author = found(ctx);
                    return new Precondition.Present(author.version(), Json.object(members(author)));
                });
    }

    private void change(Actor actor, AuthorView author, ApiRequest request) {
        Profile former = author.profile();
        Profile profile = new Profile(
                request.text("name").orElse(former.name()),
                request.text("biography").orElse(former.biography()),
                former.links(),
                former.avatar());
        authors.changeProfile().handle(new ChangeProfile.Command(actor, author.id(), profile));
    }

    private AuthorView found(Context ctx) {
        return authors.queries().find(Params.slug(ctx, "handle")).orElseThrow(NotFoundResponse::new);
    }

    private static Json.Members members(AuthorView author) {
        return json -> {
            json.writeStringField("handle", author.handle().value());
            json.writeStringField("name", author.profile().name());
            json.writeStringField("biography", author.profile().biography());
            json.writeNumberField("posts", author.posts());
            json.writeNumberField("version", author.version());
        };
    }
}
