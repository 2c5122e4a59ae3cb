package dev.waxwing.adapter.web.library;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Negotiation;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Picture;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.adapter.web.shared.Throttles;
import dev.waxwing.application.library.DescribeMedia;
import dev.waxwing.application.library.ListMediaUses;
import dev.waxwing.application.library.MediaUseCases;
import dev.waxwing.application.library.MediaUses;
import dev.waxwing.application.library.MediaView;
import dev.waxwing.application.library.RemoveMedia;
import dev.waxwing.application.library.UploadMedia;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code /admin/media}: the library, where files are brought, found, described, and where it is seen what shows them. */
public final class MediaDesk implements EndpointGroup {
    private static final String LIBRARY = "/admin/media";
    private static final String FILE = "file";
    private static final String ALT = "alt";
    private static final int PAGE = 48;
    private static final int MOST_AT_ONCE = 50;

    private final MediaUseCases media;
    private final Desks desks;
    private final Throttles throttles;

    @Inject
    public MediaDesk(MediaUseCases media, Desks desks, Throttles throttles) {
        this.media = media;
        this.desks = desks;
        this.throttles = throttles;
    }

    @Override
    public void addEndpoints() {
        get(LIBRARY, this::library, Access.CONTRIBUTOR);
        post(LIBRARY, this::upload, Access.CONTRIBUTOR);
        get(LIBRARY + "/{file}", this::file, Access.CONTRIBUTOR);
        post(LIBRARY + "/{file}", this::describe, Access.CONTRIBUTOR);
        post(LIBRARY + "/{file}/remove", this::remove, Access.CONTRIBUTOR);
    }

    private void library(Context ctx) {
        library(ctx, Form.empty());
    }

    private void library(Context ctx, Form form) {
        String words = Params.query(ctx, "q");
        List<MediaView> found =
                media.queries().library(words, LibraryPlace.parse(Params.query(ctx, "after")), PAGE + 1);
        List<MediaView> shown = found.subList(0, Math.min(PAGE, found.size()));
        if (wantsJson(ctx)) {
            show(ctx, shown);
            return;
        }
        Desk desk = desks.around(ctx, "Media", Desk.Section.MEDIA);
        ctx.status(form.status());
        ctx.render(
                "library/library.jte",
                Map.of("page", new LibraryPage(desk, form, words, shown, next(words, found, shown))));
    }

    /** For the editor, which lets somebody choose one. */
    private static void show(Context ctx, List<MediaView> files) {
        ctx.contentType("application/json").header(Delivery.CACHE_CONTROL, Delivery.NO_STORE);
        ctx.result(Json.object(json -> {
            json.writeArrayFieldStart("files");
            for (MediaView file : files) {
                json.writeStartObject();
                json.writeStringField("address", file.address().value());
                json.writeStringField("name", file.name());
                json.writeStringField("alt", file.alt());
                json.writeStringField("markdown", MediaMarkdown.of(file));
                if (file.address().size().isPresent()) {
                    Picture picture = Picture.of(file.address(), file.alt());
                    json.writeNumberField("width", picture.width());
                    json.writeNumberField("height", picture.height());
                    json.writeStringField("srcset", picture.srcset() == null ? "" : picture.srcset());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static @Nullable String next(String words, List<MediaView> found, List<MediaView> shown) {
        if (found.size() == shown.size()) {
            return null;
        }
        String place = LibraryPlace.of(shown.get(shown.size() - 1).cursor());
        return "%s?q=%s&after=%s".formatted(LIBRARY, Params.encoded(words), Params.encoded(place));
    }

    private void upload(Context ctx) {
        List<UploadedFile> files = ctx.uploadedFiles(FILE).stream()
                .filter(file -> !file.filename().isEmpty())
                .limit(MOST_AT_ONCE)
                .toList();
        throttles.upload(ctx, Requester.of(ctx).account(), Math.max(1, files.size()));
        if (wantsJson(ctx)) {
            answerScript(ctx, files);
            return;
        }
        Form form = Form.of(ctx);
        if (files.isEmpty()) {
            form.refuse(FILE, "Choose a file first");
        }
        String alt = files.size() == 1 ? form.value(ALT) : "";
        files.forEach(file -> bring(ctx, form, alt, file));
        if (form.isValid()) {
            Flash.goOn(
                    ctx,
                    LIBRARY,
                    files.size() == 1 ? "1 file is in the library." : files.size() + " files are in the library.");
        } else {
            library(ctx, form);
        }
    }

    private static boolean wantsJson(Context ctx) {
        return Negotiation.preferred(ctx.header("Accept"), List.of("text/html", "application/json"))
                .equals("application/json");
    }

    private void bring(Context ctx, Form form, String alt, UploadedFile file) {
        try {
            stored(ctx, alt, file);
        } catch (BlogException.Invalid refusal) {
            form.refuse(FILE, "%s: %s".formatted(file.filename(), refusal.getMessage()));
        }
    }

    private void answerScript(Context ctx, List<UploadedFile> files) {
        if (files.size() != 1) {
            throw new BlogException.Invalid(FILE, "Send one file, as the field 'file' of a form");
        }
        MediaAddress address = stored(ctx, Form.of(ctx).value(ALT), files.get(0));
        MediaView file = media.queries().find(address).orElseThrow(NotFoundResponse::new);
        ctx.status(HttpStatus.CREATED).contentType("application/json");
        ctx.header("Location", page(address));
        ctx.result(Json.object(json -> {
            json.writeStringField("address", address.value());
            json.writeStringField("markdown", MediaMarkdown.of(file));
        }));
    }

    private MediaAddress stored(Context ctx, String alt, UploadedFile file) {
        return media.upload()
                .handle(new UploadMedia.Command(Requester.of(ctx).actor(), file.filename(), alt, file.content()));
    }

    private void file(Context ctx) {
        MediaView file = found(ctx);
        show(ctx, file, Form.empty().with(ALT, file.alt()));
    }

    private void describe(Context ctx) {
        MediaView file = found(ctx);
        Form form = Form.of(ctx);
        try {
            media.describe()
                    .handle(new DescribeMedia.Command(
                            Requester.of(ctx).actor(), file.address(), version(form), form.value(ALT)));
            Flash.goOn(ctx, page(file.address()), "The description is saved.");
        } catch (BlogException.Invalid refusal) {
            form.refuse(ALT, refusal.getMessage());
            show(ctx, file, form);
        } catch (BlogException.Conflict conflict) {
            form.refuse(
                    ALT,
                    "%s: “%s”. Send yours again to put it in its place".formatted(conflict.getMessage(), file.alt()));
            show(ctx, file, form);
        }
    }

    private void remove(Context ctx) {
        MediaView file = found(ctx);
        Form form = Form.of(ctx);
        try {
            media.remove().handle(new RemoveMedia.Command(Requester.of(ctx).actor(), file.address(), version(form)));
            Flash.goOn(ctx, LIBRARY, "The file is removed.");
        } catch (BlogException.Conflict conflict) {
            form.refuse(ALT, conflict.getMessage());
            show(ctx, file, form.with(ALT, file.alt()));
        }
    }

    private static OptionalLong version(Form form) {
        String version = form.value("version");
        return version.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(version)) : OptionalLong.empty();
    }

    private void show(Context ctx, MediaView file, Form form) {
        Desk desk = desks.around(ctx, file.name(), Desk.Section.MEDIA);
        ctx.status(form.status());
        Actor actor = Requester.of(ctx).actor();
        MediaUses uses = media.uses().handle(new ListMediaUses.Command(actor, file.address()));
        ctx.render("library/media.jte", Map.of("page", new MediaPage(desk, actor, form, file, uses)));
    }

    private MediaView found(Context ctx) {
        String address = "/media/" + Params.path(ctx, FILE);
        if (!MediaAddress.matches(address)) {
            throw new NotFoundResponse();
        }
        return media.queries().find(new MediaAddress(address)).orElseThrow(NotFoundResponse::new);
    }

    private static String page(MediaAddress address) {
        return LIBRARY + "/" + address.fileName();
    }
}
