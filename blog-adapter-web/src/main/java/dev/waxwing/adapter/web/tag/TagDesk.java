package dev.waxwing.adapter.web.tag;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.tag.DescribeTag;
import dev.waxwing.application.tag.MergeTags;
import dev.waxwing.application.tag.MoveTag;
import dev.waxwing.application.tag.RenameTag;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagName;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/tags}: rename, describe, move and merge tags. */
public final class TagDesk implements EndpointGroup {
    private static final String LIST = "/admin/tags";

    private final TagUseCases tags;
    private final Desks desks;

    @Inject
    public TagDesk(TagUseCases tags, Desks desks) {
        this.tags = tags;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get(LIST, this::list, Access.EDITOR);
        get(LIST + "/{slug}", this::show, Access.EDITOR);
        post(LIST + "/{slug}", this::change, Access.EDITOR);
        post(LIST + "/{slug}/move", this::move, Access.EDITOR);
        post(LIST + "/{slug}/merge", this::merge, Access.EDITOR);
    }

    private void list(Context ctx) {
        Desk desk = desks.around(ctx, "Tags", Desk.Section.TAGS);
        ctx.render(
                "tag/deskList.jte",
                Map.of("page", new TagListPage(desk, tags.queries().all())));
    }

    private void show(Context ctx) {
        TagView tag = tag(ctx);
        render(ctx, tag, filled(tag));
    }

    private void change(Context ctx) {
        TagView tag = tag(ctx);
        Form form = Form.of(ctx);
        Optional<TagName> name = form.read("name", TagName::new);
        if (name.isPresent()) {
            Actor actor = Requester.of(ctx).actor();
            form.send("description", () -> {
                tags.rename().handle(new RenameTag.Command(actor, tag.id(), name.get()));
                tags.describe().handle(new DescribeTag.Command(actor, tag.id(), form.value("description")));
            });
        }
        answer(ctx, form, tag, LIST, "“%s” is saved.".formatted(form.value("name")));
    }

    private void move(Context ctx) {
        TagView tag = tag(ctx);
        Form form = Form.of(ctx);
        Optional<Slug> slug = form.read("slug", Slug::new);
        slug.ifPresent(to -> form.send(
                "slug",
                () -> tags.move().handle(new MoveTag.Command(Requester.of(ctx).actor(), tag.id(), to))));
        answer(
                ctx,
                form,
                tag,
                LIST,
                "“%s” has its page at /tags/%s now; the former address leads there."
                        .formatted(tag.name(), form.value("slug")));
    }

    private void merge(Context ctx) {
        TagView tag = tag(ctx);
        Form form = Form.of(ctx);
        Optional<TagView> into = Params.slug(form.value("into")).flatMap(tags.queries()::find);
        if (into.isEmpty()) {
            form.refuse("into", "Choose the tag that is to remain");
        }
        into.ifPresent(heir -> form.send(
                "into",
                () -> tags.merge()
                        .handle(new MergeTags.Command(Requester.of(ctx).actor(), tag.id(), heir.id()))));
        answer(
                ctx,
                form,
                tag,
                LIST,
                "The posts under “%s” are under “%s” now, and its address leads there."
                        .formatted(
                                tag.name(),
                                into.map(heir -> heir.name().value()).orElse("")));
    }

    private void answer(Context ctx, Form form, TagView tag, String next, String sentence) {
        if (form.isValid()) {
            Flash.goOn(ctx, next, sentence);
        } else {
            render(ctx, tag, form.orElse(filled(tag)));
        }
    }

    private static Form filled(TagView tag) {
        return Form.empty()
                .with("name", tag.name().value())
                .with("description", tag.description())
                .with("slug", tag.slug().value());
    }

    private void render(Context ctx, TagView tag, Form form) {
        ctx.status(form.status());
        Desk desk = desks.around(ctx, tag.name().value(), Desk.Section.TAGS);
        ctx.render(
                "tag/deskTag.jte",
                Map.of("page", new TagDeskPage(desk, tag, form, tags.queries().all())));
    }

    private TagView tag(Context ctx) {
        return tags.queries().find(Params.slug(ctx, "slug")).orElseThrow(NotFoundResponse::new);
    }
}
