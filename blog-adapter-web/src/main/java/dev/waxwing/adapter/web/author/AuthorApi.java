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
import dev.waxwing.application.author.MoveAuthor;
import dev.waxwing.application.author.RegisterAuthor;
import dev.waxwing.application.token.CreateOnce;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** {@code /api/v1/authors}: authors for programs. */
public final class AuthorApi implements Api {
    private static final String NAME = "name";
    private static final String BIOGRAPHY = "biography";
    private static final String LINKS = "links";
    private static final String AVATAR = "avatar";
    private static final Set<String> CHANGEABLE = Set.of(NAME, BIOGRAPHY, LINKS, AVATAR);
    private static final String ADA = example("");
    private static final String ELSEWHERE = """
            {"label": "Elsewhere", "address": "https://ada.example"}""";

    private final AuthorUseCases authors;
    private final CreateOnce once;

    @Inject
    public AuthorApi(AuthorUseCases authors, CreateOnce once) {
        this.authors = authors;
        this.once = once;
    }

    @Override
    public List<ApiOperation> operations() {
        return List.of(
                new ApiOperation(
                        Method.GET,
                        "/authors",
                        Scope.READ,
                        "List the authors, by handle",
                        List.of("limit", "after"),
                        Example.reading("{\"items\": [%s]}".formatted(ADA)),
                        this::list),
                new ApiOperation(
                        Method.POST,
                        "/authors",
                        Scope.WRITE,
                        "Add somebody under whose name posts can appear",
                        List.of(),
                        Example.making("{\"name\": \"Ada\"}", ADA),
                        this::create),
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
                        Example.changing("{\"links\": [%s]}".formatted(ELSEWHERE), example(ELSEWHERE)),
                        this::change),
                new ApiOperation(
                        Method.POST,
                        "/authors/{handle}/move",
                        Scope.PUBLISH,
                        "Give an author's page another address; the former one leads there",
                        List.of(),
                        Example.changing("{\"handle\": \"countess\"}", ADA),
                        this::move));
    }

    private static String example(String links) {
        return """
                {"handle": "ada", "name": "Ada", "biography": "", "links": [%s], "avatar": null, "posts": 1, "version": 1}
                """.formatted(links);
    }

    private void list(Context ctx) {
        ApiAnswer.list(
                ctx,
                authors.queries()::byHandle,
                AuthorView::handle,
                (author, json) -> members(author).write(json));
    }

    private void create(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, CHANGEABLE);
        Profile profile = profile(request, Profile.named(request.require(NAME)));
        AuthorId id = AuthorId.parse(ApiRequest.once(
                ctx,
                once,
                ctx.path() + "\n" + request,
                () -> authors.register()
                        .handle(new RegisterAuthor.Command(Caller.actor(ctx), profile))
                        .toString()));
        AuthorView author = view(id);
        ctx.header("Location", ctx.path() + "/" + author.handle());
        ApiAnswer.tagged(ctx, HttpStatus.CREATED, present(author));
    }

    private void read(Context ctx) {
        ApiAnswer.tagged(ctx, HttpStatus.OK, present(found(ctx)));
    }

    private void change(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, CHANGEABLE);
        AuthorId author = found(ctx).id();
        changed(ctx, request, author, () -> {
            Profile profile = profile(request, view(author).profile());
            authors.changeProfile().handle(new ChangeProfile.Command(Caller.actor(ctx), author, profile));
        });
    }

    private void move(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of("handle"));
        Slug handle = request.require("handle", Slug::new);
        AuthorId author = found(ctx).id();
        changed(
                ctx,
                request,
                author,
                () -> authors.move().handle(new MoveAuthor.Command(Caller.actor(ctx), author, handle)));
    }

    private void changed(Context ctx, ApiRequest request, AuthorId author, Runnable change) {
        Precondition.change(
                ctx,
                request.toString(),
                seen -> authors.changeSeen().handle(new ChangeSeenAuthor.Command(author, seen, change)),
                () -> present(view(author)));
    }

    /** What was sent in the place of what is there. */
    private static Profile profile(ApiRequest request, Profile former) {
        return new Profile(
                request.text(NAME).orElse(former.name()),
                request.text(BIOGRAPHY).orElse(former.biography()),
                request.objects(LINKS, Set.of("label", "address"))
                        .map(links -> links.stream().map(AuthorApi::link).toList())
                        .orElse(former.links()),
                request.merged(AVATAR, former.avatar(), name -> request.text(name, MediaAddress::new)));
    }

    private static Profile.Link link(ApiRequest link) {
        return new Profile.Link(link.require("label"), new WebAddress(link.require("address")));
    }

    private AuthorView found(Context ctx) {
        return authors.queries().find(Params.slug(ctx, "handle")).orElseThrow(NotFoundResponse::new);
    }

    private AuthorView view(AuthorId id) {
        return authors.queries().all().stream()
                .filter(author -> author.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
    }

    private static Precondition.Present present(AuthorView author) {
        return new Precondition.Present(author.version(), Json.object(members(author)));
    }

    private static Json.Members members(AuthorView author) {
        return json -> {
            Profile profile = author.profile();
            MediaAddress avatar = profile.avatar();
            json.writeStringField("handle", author.handle().value());
            json.writeStringField(NAME, profile.name());
            json.writeStringField(BIOGRAPHY, profile.biography());
            json.writeArrayFieldStart(LINKS);
            for (Profile.Link link : profile.links()) {
                json.writeStartObject();
                json.writeStringField("label", link.label());
                json.writeStringField("address", link.address().value());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField(AVATAR, avatar == null ? null : avatar.value());
            json.writeNumberField("posts", author.posts());
            json.writeNumberField("version", author.version());
        };
    }
}
