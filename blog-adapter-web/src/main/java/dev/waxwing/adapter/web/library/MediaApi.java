package dev.waxwing.adapter.web.library;

import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiAnswer;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Condition;
import dev.waxwing.adapter.web.shared.ApiOperation.Example;
import dev.waxwing.adapter.web.shared.ApiOperation.Method;
import dev.waxwing.adapter.web.shared.ApiRequest;
import dev.waxwing.adapter.web.shared.Caller;
import dev.waxwing.adapter.web.shared.Digests;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Precondition;
import dev.waxwing.adapter.web.shared.Throttles;
import dev.waxwing.application.library.DescribeMedia;
import dev.waxwing.application.library.MediaUseCases;
import dev.waxwing.application.library.MediaView;
import dev.waxwing.application.library.RemoveMedia;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.application.token.CreateOnce;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** {@code /api/v1/media}: the library for programs. A file sent twice is kept once, with or without a key. */
public final class MediaApi implements Api {
    private static final String ROOT = "/media";
    private static final String LAKE = """
            {"address": "/media/0123456789abcdef0123456789abcdef-400x300.png", "name": "lake.png", "alt": "A lake",
              "bytes": 1234, "markdown": "![A lake](/media/0123456789abcdef0123456789abcdef-400x300.png)",
              "uses": 0, "version": 1, "addedAt": "2026-03-01T12:00:00Z"}""";

    private final MediaUseCases media;
    private final CreateOnce once;
    private final Throttles throttles;

    @Inject
    public MediaApi(MediaUseCases media, CreateOnce once, Throttles throttles) {
        this.media = media;
        this.once = once;
        this.throttles = throttles;
    }

    @Override
    public List<ApiOperation> operations() {
        return List.of(
                new ApiOperation(
                        Method.GET,
                        ROOT,
                        Scope.READ,
                        "List the library, newest first, or what has all the words of q",
                        List.of("q", "limit", "after"),
                        Example.reading("{\"items\": [%s]}".formatted(LAKE)),
                        this::list),
                new ApiOperation(
                        Method.POST,
                        ROOT,
                        Scope.MEDIA,
                        "Bring a file, as the field 'file' of a form (multipart/form-data)",
                        List.of(),
                        new Example(Condition.MADE, Optional.empty(), 201, LAKE),
                        this::upload),
                new ApiOperation(
                        Method.GET,
                        ROOT + "/{file}",
                        Scope.READ,
                        "Get what is known of a file",
                        List.of(),
                        Example.reading(LAKE),
                        this::read),
                new ApiOperation(
                        Method.PATCH,
                        ROOT + "/{file}",
                        Scope.MEDIA,
                        "Say what a file shows",
                        List.of(),
                        Example.changing("{\"alt\": \"A lake under a red sky\"}", LAKE),
                        this::describe),
                new ApiOperation(
                        Method.POST,
                        ROOT + "/{file}/remove",
                        Scope.MEDIA,
                        "Take a file that nothing shows out of the library, and off the disk; answers what it was",
                        List.of(),
                        Example.acting(LAKE),
                        this::remove));
    }

    private void list(Context ctx) {
        String words = Params.query(ctx, "q");
        ApiAnswer.list(
                ctx,
                "q=%s&".formatted(Params.encoded(words)),
                limit -> media.queries().library(words, LibraryPlace.parse(Params.query(ctx, "after")), limit),
                file -> Params.encoded(LibraryPlace.of(file.cursor())),
                (file, json) -> members(file).write(json));
    }

    private void upload(Context ctx) {
        throttles.upload(ctx, Caller.account(ctx), 1);
        List<UploadedFile> files = ctx.uploadedFiles("file");
        if (files.size() != 1) {
            throw new BlogException.Invalid("file", "Send one file, as the field 'file' of a form");
        }
        UploadedFile file = files.get(0);
        String alt = Form.of(ctx).value("alt");
        String asked = String.join("\n", ctx.path(), file.filename(), alt, digest(file));
        MediaAddress address = new MediaAddress(ApiRequest.once(
                ctx,
                once,
                asked,
                () -> media.upload()
                        .handle(new UploadMedia.Command(Caller.actor(ctx), file.filename(), alt, file.content()))
                        .value()));
        ctx.header("Location", ApiOperation.ROOT + ROOT + "/" + address.fileName());
        ApiAnswer.tagged(
                ctx, HttpStatus.CREATED, present(media.queries().find(address).orElseThrow(NotFoundResponse::new)));
    }

    private static String digest(UploadedFile file) {
        try (InputStream content = file.content()) {
            return Digests.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Context ctx) {
        ApiAnswer.tagged(ctx, HttpStatus.OK, present(found(ctx)));
    }

    private void describe(Context ctx) {
        ApiRequest request = ApiRequest.of(ctx, Set.of("alt"));
        String alt = request.require("alt");
        Precondition.change(
                ctx,
                request.toString(),
                seen -> {
                    media.describe()
                            .handle(new DescribeMedia.Command(
                                    Caller.actor(ctx), found(ctx).address(), OptionalLong.of(seen), alt));
                    return OptionalLong.empty();
                },
                () -> present(found(ctx)));
    }

    private void remove(Context ctx) {
        MediaView file = found(ctx);
        Precondition.Present present = present(file);
        Precondition.change(
                ctx,
                "",
                seen -> {
                    media.remove()
                            .handle(new RemoveMedia.Command(Caller.actor(ctx), file.address(), OptionalLong.of(seen)));
                    return OptionalLong.empty();
                },
                () -> present);
    }

    private MediaView found(Context ctx) {
        String address = "/media/" + Params.path(ctx, "file");
        if (!MediaAddress.matches(address)) {
            throw new NotFoundResponse();
        }
        return media.queries().find(new MediaAddress(address)).orElseThrow(NotFoundResponse::new);
    }

    private static Precondition.Present present(MediaView file) {
        return new Precondition.Present(file.version(), Json.object(members(file)));
    }

    private static Json.Members members(MediaView file) {
        return json -> {
            json.writeStringField("address", file.address().value());
            json.writeStringField("name", file.name());
            json.writeStringField("alt", file.alt());
            json.writeNumberField("bytes", file.bytes());
            json.writeStringField("markdown", MediaMarkdown.of(file));
            json.writeNumberField("uses", file.uses());
            json.writeNumberField("version", file.version());
            json.writeStringField("addedAt", file.at().toString());
        };
    }
}
