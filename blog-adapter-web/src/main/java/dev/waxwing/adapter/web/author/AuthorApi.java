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
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.author.ChangeProfile;
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
            {"handle": "ada", "name": "Ada", "biography": "", "posts": 1}""";

    private final AuthorQueries authors;
    private final ChangeProfile changeProfile;

    @Inject
    public AuthorApi(AuthorQueries authors, ChangeProfile changeProfile) {
        this.authors = authors;
        this.changeProfile = changeProfile;
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
                ctx, authors.all(), null, (author, json) -> members(author).write(json));
    }

    private void read(Context ctx) {
        ApiAnswer.tagged(ctx, representation(found(ctx)));
    }

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of("name", "biography"));
        AuthorView author = found(ctx);
        if (!Precondition.holds(ctx, representation(author), request.toString())) {
            return;
        }
        Profile former = author.profile();
        changeProfile.handle(new ChangeProfile.Command(
                Caller.actor(ctx),
                author.id(),
                new Profile(
                        request.text("name").orElse(former.name()),
                        request.text("biography").orElse(former.biography()),
                        former.links(),
                        former.avatar())));
        read(ctx);
    }

    private AuthorView found(Context ctx) {
        return authors.find(Params.slug(ctx, "handle")).orElseThrow(NotFoundResponse::new);
    }

    private static String representation(AuthorView author) {
        return Json.object(members(author));
    }

    private static Json.Members members(AuthorView author) {
        return json -> {
            json.writeStringField("handle", author.handle().value());
            json.writeStringField("name", author.profile().name());
            json.writeStringField("biography", author.profile().biography());
            json.writeNumberField("posts", author.posts());
        };
    }
}
