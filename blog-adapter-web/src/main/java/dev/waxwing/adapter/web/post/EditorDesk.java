package dev.waxwing.adapter.web.post;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.CreditAuthors;
import dev.waxwing.application.post.DiscardChanges;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.ListPreviews;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.OpenPost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.post.PublishChanges;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.ReconcilePost;
import dev.waxwing.application.post.ReconcilePost.Reconciliation;
import dev.waxwing.application.post.RedatePost;
import dev.waxwing.application.post.ReopenPost;
import dev.waxwing.application.post.RevokePreview;
import dev.waxwing.application.post.Rights;
import dev.waxwing.application.post.SavePost;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.application.post.SharePreview;
import dev.waxwing.application.post.SubmitPost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.post.TrashPost;
import dev.waxwing.application.post.UndeletePost;
import dev.waxwing.application.post.UnlinkTranslation;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.post.WithdrawPost;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.application.publication.BeginPost;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.Token;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.tag.TagUseCases;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.PreviewId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /admin/posts/new} and {@code /admin/posts/ID}: a post in the hand of somebody who writes it. Every button saves what
 * was typed first and then does what it says, so that no act loses a word.
 */
public final class EditorDesk implements EndpointGroup {
    private static final String REVOKE = "revoke ";

    private final BeginPost begin;
    private final PostUseCases posts;
    private final PreviewUseCases previews;
    private final TagUseCases tags;
    private final AuthorQueries authors;
    private final Presence presence;
    private final IdGenerator ids;
    private final Desks desks;

    /** What became of a save. */
    private sealed interface Outcome {}

    /** The text is; of what stands beside it the form may say that it is not. */
    private record Kept() implements Outcome {}

    /** The form says why. */
    private record Refused() implements Outcome {}

    private record Outdated(Reconciliation both) implements Outcome {}

    @Inject
    public EditorDesk(
            BeginPost begin,
            PostUseCases posts,
            PreviewUseCases previews,
            TagUseCases tags,
            AuthorQueries authors,
            Presence presence,
            IdGenerator ids,
            Desks desks) {
        this.begin = begin;
        this.posts = posts;
        this.previews = previews;
        this.tags = tags;
        this.authors = authors;
        this.presence = presence;
        this.ids = ids;
        this.desks = desks;
    }

    @Override
    public void addEndpoints() {
        get("/admin/posts/new", this::begin, Access.CONTRIBUTOR);
        post("/admin/posts", this::create, Access.CONTRIBUTOR);
        get("/admin/posts/{id}", this::open, Access.CONTRIBUTOR);
        post("/admin/posts/{id}", this::act, Access.CONTRIBUTOR);
        post("/admin/posts/{id}/text", this::autosave, Access.CONTRIBUTOR);
        post("/admin/posts/{id}/address", this::move, Access.CONTRIBUTOR);
        get("/admin/posts/{id}/state", this::state, Access.CONTRIBUTOR);
        get("/admin/session", this::session, Access.CONTRIBUTOR);
    }

    private void begin(Context ctx) {
        Post.Kind kind = DraftForm.kind(Params.query(ctx, "kind"));
        show(ctx, DraftForm.blank(new PostId(ids.next()), kind, desks.site().language()), null);
    }

    private void create(Context ctx) {
        Form form = Form.of(ctx);
        Actor actor = Requester.of(ctx).actor();
        PostId post = DraftForm.post(form).orElseGet(() -> new PostId(ids.next()));
        if (wantsJson(ctx)) {
            answer(ctx, HttpStatus.CREATED, begun(actor, post, form), post, form);
        } else {
            keepingWords(ctx, form, null, () -> create(ctx, actor, post, form));
        }
    }

    private void create(Context ctx, Actor actor, PostId post, Form form) {
        Outcome outcome = begun(actor, post, form);
        if (outcome instanceof Kept) {
            goOn(ctx, form, opened(actor, post));
        } else if (outcome instanceof Outdated outdated) {
            conflict(ctx, form, outdated.both());
        } else {
            show(ctx, form, null);
        }
    }

    /** Whoever may not keep a text now finds it in the form again. */
    private void keepingWords(Context ctx, Form form, @Nullable WorkingCopy before, Runnable act) {
        try {
            act.run();
        } catch (BlogException.Full | BlogException.Forbidden e) {
            form.refuse("act", e);
            show(ctx, form, before);
        } catch (BlogException.TooOften e) {
            form.refuse("act", e);
            ctx.header("Retry-After", String.valueOf(e.seconds()));
            show(ctx, form, before);
        }
    }

    /** A form brings the identity of the post that it begins: sent again, as when the answer got lost, it goes on with that one. */
    private Outcome begun(Actor actor, PostId post, Form form) {
        Optional<Draft> draft = DraftForm.draft(form, "\n");
        if (draft.isEmpty()) {
            return new Refused();
        }
        try {
            begin.handle(new BeginPost.Command(DraftPost.Command.by(actor, DraftForm.kind(form), draft.get())
                    .as(post)));
            describe(actor, opened(actor, post), form);
            return new Kept();
        } catch (BlogException.Invalid e) {
            form.refuse(e.field(), e.getMessage());
            return new Refused();
        } catch (BlogException.Conflict e) {
            return keep(actor, begunBefore(actor, post, e), DraftForm.again(form));
        }
    }

    /** @throws BlogException.Conflict the refusal, if it has another reason */
    private WorkingCopy begunBefore(Actor actor, PostId post, BlogException.Conflict refusal) {
        try {
            return opened(actor, post);
        } catch (BlogException.NotFound e) {
            throw refusal;
        }
    }

    private void open(Context ctx) {
        WorkingCopy copy = opened(Requester.of(ctx).actor(), id(ctx));
        show(ctx, DraftForm.of(copy), copy);
    }

    private void act(Context ctx) {
        Form form = Form.of(ctx);
        WorkingCopy before = opened(Requester.of(ctx).actor(), id(ctx));
        keepingWords(ctx, form, before, () -> act(ctx, form, before));
    }

    private void act(Context ctx, Form form, WorkingCopy before) {
        Outcome outcome = keep(Requester.of(ctx).actor(), before, form);
        if (outcome instanceof Kept) {
            goOn(ctx, form, before);
        } else if (outcome instanceof Outdated outdated) {
            conflict(ctx, form, outdated.both());
        } else {
            show(ctx, form, before);
        }
    }

    private void goOn(Context ctx, Form form, WorkingCopy before) {
        PostId post = before.entry().id();
        if (!form.isValid()) {
            form.refuse("act", "The text is saved. Look at what is marked below; nothing else was done");
            WorkingCopy copy = opened(Requester.of(ctx).actor(), post);
            show(ctx, DraftForm.goOn(form, copy), copy);
            return;
        }
        try {
            if (moves(form) && before.seen()) {
                linkAlongside(Requester.of(ctx).actor(), post, form);
                askToMove(ctx, before, slug(form));
                return;
            }
            String said = does(Requester.of(ctx).actor(), before, form);
            boolean gone = form.value("act").equals("trash");
            Flash.goOn(ctx, gone ? "/admin/posts" : "/admin/posts/" + post, said);
        } catch (BlogException.Invalid | BlogException.Conflict e) {
            refuse(ctx, form, opened(Requester.of(ctx).actor(), post), e);
        }
    }

    /** Shows the post as it is stored, with what was typed for the act that was refused. */
    private void refuse(Context ctx, Form form, WorkingCopy copy, BlogException refusal) {
        Form again = DraftForm.of(copy)
                .with(DraftForm.DUE, form.value(DraftForm.DUE))
                .with(DraftForm.DATE, form.value(DraftForm.DATE))
                .with(DraftForm.TRANSLATION_OF, form.value(DraftForm.TRANSLATION_OF));
        if (form.value("act").isEmpty() || moves(form)) {
            again.with(DraftForm.SLUG, form.value(DraftForm.SLUG));
        }
        again.refuse(refusal instanceof BlogException.Invalid invalid ? invalid.field() : "act", refusal.getMessage());
        show(ctx, again, copy);
    }

    /** Whoever types another address and saves wants it kept, as if they had pressed the button beside it. */
    private static boolean moves(Form form) {
        return switch (form.value("act")) {
            case "move" -> true;
            case "", "save" -> DraftForm.hasTypedSlug(form);
            default -> false;
        };
    }

    /** Does what a button says, and says what was done. */
    private String does(Actor actor, WorkingCopy before, Form form) {
        PostId post = before.entry().id();
        String act = form.value("act");
        switch (act) {
            case "submit" -> posts.submit().handle(new SubmitPost.Command(actor, post));
            case "withdraw" -> {
                posts.withdraw().handle(new WithdrawPost.Command(actor, post));
                return before.entry().submitted() ? "The changes are not in review any more." : Sentences.of(act);
            }
            case "publish" -> {
                requireTitle(form);
                posts.publish().handle(new PublishPost.Command(actor, post));
            }
            case "publish-changes" -> posts.publishChanges().handle(new PublishChanges.Command(actor, post));
            case "discard-changes" -> posts.discardChanges().handle(new DiscardChanges.Command(actor, post));
            case "unpublish" -> posts.unpublish().handle(new UnpublishPost.Command(actor, post));
            case "archive" -> posts.archive().handle(new ArchivePost.Command(actor, post));
            case "reopen" -> posts.reopen().handle(new ReopenPost.Command(actor, post));
            case "trash" -> posts.trash().handle(new TrashPost.Command(actor, post));
            case "undelete" -> posts.undelete().handle(new UndeletePost.Command(actor, post));
            case "schedule" -> {
                return schedule(actor, post, form);
            }
            case "date" -> {
                return date(actor, before, form);
            }
            case "move" -> {
                return move(actor, before, form);
            }
            case "link" -> {
                return link(actor, post, form);
            }
            case "unlink" -> {
                return unlink(actor, post);
            }
            case "share" -> {
                return share(actor, post, form);
            }
            case "", "save" -> {
                return save(actor, before, form);
            }
            default -> {
                return revoke(actor, act);
            }
        }
        return Sentences.of(act) + unlinkedBesides(actor, before);
    }

    /** Whoever has typed another address, or that of a translation, wants that too. */
    private String save(Actor actor, WorkingCopy before, Form form) {
        List<String> said = new ArrayList<>(linkAlongside(actor, before.entry().id(), form));
        if (moves(form)) {
            said.add(move(actor, before, form));
        }
        return said.isEmpty() ? "Saved." : String.join(" ", said);
    }

    private static void requireTitle(Form form) {
        if (form.value(DraftForm.TITLE).isBlank()) {
            throw new BlogException.Invalid(DraftForm.TITLE, "Give the post a title before readers see it");
        }
    }

    private String schedule(Actor actor, PostId post, Form form) {
        requireTitle(form);
        Moments moments = Moments.of(desks.site());
        Instant due = moments.read(DraftForm.DUE, form.value(DraftForm.DUE));
        posts.schedule().handle(new SchedulePost.Command(actor, post, due));
        return "Scheduled for %s.".formatted(moments.spelledOut(due));
    }

    /** What readers see is put under it; what they do not see is published under it. */
    private String date(Actor actor, WorkingCopy before, Form form) {
        PostId post = before.entry().id();
        Moments moments = Moments.of(desks.site());
        Instant date = moments.read(DraftForm.DATE, form.value(DraftForm.DATE));
        if (before.entry().status() != Post.Status.PUBLISHED) {
            requireTitle(form);
            posts.publish().handle(new PublishPost.Command(actor, post, Optional.of(date)));
            return "Published, under the date %s.".formatted(moments.spelledOut(date));
        }
        if (!isUntouched(form, before, moments)) {
            posts.redate().handle(new RedatePost.Command(actor, post, date));
        }
        return "The date is %s now.".formatted(moments.spelledOut(date));
    }

    /** The field shows minutes, so that a date which nobody has touched would lose its seconds. */
    private static boolean isUntouched(Form form, WorkingCopy before, Moments moments) {
        Instant present = before.entry().publishedAt();
        return present != null && form.value(DraftForm.DATE).strip().equals(moments.field(present));
    }

    private String move(Actor actor, WorkingCopy before, Form form) {
        Slug slug = slug(form);
        posts.move().handle(new MovePost.Command(actor, before.entry().id(), slug));
        return "The address is /%s now.".formatted(slug);
    }

    /** Links the post if the address of another was typed, whatever else was wanted; says so, if it did. */
    private List<String> linkAlongside(Actor actor, PostId post, Form form) {
        return form.value(DraftForm.TRANSLATION_OF).isBlank() ? List.of() : List.of(link(actor, post, form));
    }

    private String link(Actor actor, PostId post, Form form) {
        Slug other = DraftForm.translationOf(form, desks.site());
        try {
            posts.linkTranslation().handle(new LinkTranslation.Command(actor, post, other));
        } catch (BlogException.Invalid | BlogException.Forbidden e) {
            throw new BlogException.Invalid(DraftForm.TRANSLATION_OF, e.getMessage());
        }
        return "Linked with /%s.".formatted(other);
    }

    private String unlink(Actor actor, PostId post) {
        posts.unlinkTranslation().handle(new UnlinkTranslation.Command(actor, post));
        return "The post is linked with no others any more.";
    }

    /** What is said besides of a post that had to leave its translations to be taken out of sight. */
    private String unlinkedBesides(Actor actor, WorkingCopy before) {
        boolean left = !before.translations().isEmpty()
                && opened(actor, before.entry().id()).translations().isEmpty();
        return left ? " It is linked with no others any more: one of them has the language of its changes." : "";
    }

    private static Slug slug(Form form) {
        return new Slug(form.value(DraftForm.SLUG).strip());
    }

    /** Readers may know the present address: nothing moves before somebody has read what becomes of it. */
    private void askToMove(Context ctx, WorkingCopy copy, Slug slug) {
        Slug present = copy.entry().slug();
        if (slug.equals(present)) {
            Flash.goOn(ctx, "/admin/posts/" + copy.entry().id(), "Saved. The address is /%s still.".formatted(slug));
            return;
        }
        Desk desk = desks.around(ctx, "Change the address?", Desk.Section.POSTS);
        ctx.render("post/move.jte", Map.of("page", new MovePage(desk, copy.entry(), slug)));
    }

    /** Whoever agrees to a move agrees to one from the address that was shown. */
    private void move(Context ctx) {
        Form form = Form.of(ctx);
        Actor actor = Requester.of(ctx).actor();
        WorkingCopy before = opened(actor, id(ctx));
        Slug from = before.entry().slug();
        try {
            if (before.seen() && !form.value("from").equals(from.value())) {
                askToMove(ctx, before, slug(form));
                return;
            }
            String said = move(actor, before, form);
            Flash.goOn(
                    ctx,
                    "/admin/posts/" + before.entry().id(),
                    before.seen() ? said + " Readers who come to /%s are led there.".formatted(from) : said);
        } catch (BlogException.Invalid | BlogException.Conflict e) {
            refuse(ctx, form, before, e);
        }
    }

    private String share(Actor actor, PostId post, Form form) {
        Duration open = Duration.ofDays(days(form.value("days")));
        Token secret = previews.share().handle(new SharePreview.Command(actor, post, open));
        return "Whoever has this link can read the post for %d days: %s"
                .formatted(open.toDays(), desks.site().absolute("/preview/" + secret.value()));
    }

    private static long days(String text) {
        try {
            return text.isBlank() ? 7 : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BlogException.Invalid("days", "Say a number of days, 1 to 90");
        }
    }

    private String revoke(Actor actor, String act) {
        if (!act.startsWith(REVOKE)) {
            throw new BadRequestResponse();
        }
        previews.revoke().handle(new RevokePreview.Command(actor, PreviewId.parse(act.substring(REVOKE.length()))));
        return "The preview link does not work any more.";
    }

    /** Keeps the text, and then the tags and authors beside it: no word waits until they are right. */
    private Outcome keep(Actor actor, WorkingCopy before, Form form) {
        Optional<Draft> draft = DraftForm.draft(form, DraftForm.lineEnd(before));
        if (draft.isEmpty()) {
            return new Refused();
        }
        try {
            Outcome outcome = keep(actor, before.entry().id(), draft.get(), form);
            if (outcome instanceof Kept) {
                describe(actor, before, form);
            }
            return outcome;
        } catch (BlogException.Invalid e) {
            form.refuse(e.field(), e.getMessage());
            return new Refused();
        }
    }

    private Outcome keep(Actor actor, PostId post, Draft draft, Form form) {
        long seen = number(form.value(DraftForm.VERSION));
        try {
            posts.save().handle(new SavePost.Command(actor, post, seen, draft));
            return new Kept();
        } catch (BlogException.Conflict e) {
            int base = (int) number(form.value(DraftForm.REVISION));
            return new Outdated(posts.reconcile().handle(new ReconcilePost.Command(actor, post, base, draft)));
        }
    }

    /** Only fields that were sent are looked at: a script leaves those out in which somebody is still typing. */
    private void describe(Actor actor, WorkingCopy before, Form form) {
        if (!form.values(DraftForm.TAGS).isEmpty()) {
            beside(form, DraftForm.TAGS, () -> tag(actor, before, form));
        }
        if (!form.values(DraftForm.AUTHORS).isEmpty()) {
            beside(form, DraftForm.AUTHORS, () -> credit(actor, before, form));
        }
    }

    /** What is refused of it is said beside its field. */
    private static void beside(Form form, String field, Runnable act) {
        try {
            act.run();
        } catch (BlogException.Invalid | BlogException.Conflict | BlogException.Forbidden e) {
            form.refuse(field, e.getMessage());
        }
    }

    private void tag(Actor actor, WorkingCopy before, Form form) {
        List<TagName> names = DraftForm.tags(form, before);
        if (!names.equals(DraftForm.tagNames(before))) {
            List<TagId> wanted = tags.findOrCreate().handle(new FindOrCreateTags.Command(names));
            posts.tag().handle(new TagPost.Command(actor, before.entry().id(), wanted));
        }
    }

    private void credit(Actor actor, WorkingCopy before, Form form) {
        List<AuthorId> byline = DraftForm.byline(form, before);
        if (!byline.equals(before.authors())) {
            posts.credit()
                    .handle(new CreditAuthors.Command(actor, before.entry().id(), byline));
        }
    }

    private void autosave(Context ctx) {
        Form form = Form.of(ctx);
        Actor actor = Requester.of(ctx).actor();
        WorkingCopy before = opened(actor, id(ctx));
        answer(ctx, HttpStatus.OK, keep(actor, before, form), before.entry().id(), form);
    }

    private void answer(Context ctx, HttpStatus accepted, Outcome outcome, PostId post, Form form) {
        if (outcome instanceof Kept) {
            answer(ctx, accepted, opened(Requester.of(ctx).actor(), post), form);
        } else if (outcome instanceof Outdated outdated) {
            answer(ctx, outdated.both());
        } else {
            answer(ctx, form);
        }
    }

    private void state(Context ctx) {
        WorkingCopy copy = opened(Requester.of(ctx).actor(), id(ctx));
        answer(ctx, HttpStatus.OK, copy, Form.empty());
    }

    /** A page that outlived its session learns here that it has another one, and with which token. */
    private void session(Context ctx) {
        ctx.contentType("application/json").result(Json.object(json -> {
            json.writeStringField("csrf", Requester.of(ctx).csrf());
            json.writeStringField("name", Requester.of(ctx).name());
        }));
    }

    /** @param form which says what was refused beside the text */
    private void answer(Context ctx, HttpStatus status, WorkingCopy copy, Form form) {
        List<String> others = presence.sign(copy.entry().id(), Requester.of(ctx));
        EditorPage page = page(ctx, DraftForm.of(copy), copy, others);
        ctx.status(status).contentType("application/json").result(Json.object(json -> {
            json.writeStringField("id", copy.entry().id().toString());
            json.writeNumberField("version", copy.version());
            json.writeNumberField("revision", copy.text().number());
            json.writeStringField("slug", copy.entry().slug().value());
            json.writeStringField("standing", page.standing());
            json.writeBooleanField("changed", page.changed());
            json.writeStringField("tags", DraftForm.tags(copy));
            json.writeArrayFieldStart("authors");
            for (AuthorId author : copy.authors()) {
                json.writeString(author.toString());
            }
            json.writeEndArray();
            json.writeStringField("editedBy", page.editedBy());
            json.writeStringField("editedAt", copy.text().at().toString());
            json.writeArrayFieldStart("others");
            for (String other : others) {
                json.writeString(other);
            }
            json.writeEndArray();
            write(json, "errors", form.errors());
        }));
    }

    private void answer(Context ctx, Reconciliation both) {
        EditorPage page = page(ctx, Form.empty(), both.theirs(), List.of());
        ctx.status(HttpStatus.CONFLICT).contentType("application/json").result(Json.object(json -> {
            json.writeNumberField("version", both.theirs().version());
            json.writeNumberField("revision", both.theirs().text().number());
            json.writeStringField("editedBy", page.editedBy());
            json.writeStringField("editedAt", both.theirs().text().at().toString());
            json.writeStringField("title", both.beside().title().value());
            json.writeStringField("merged", both.text().text("Yours", "Theirs"));
            json.writeBooleanField("clean", both.isClean());
            json.writeStringField(
                    "theirTitle", both.theirs().text().content().title().value());
            json.writeStringField(
                    "theirs", both.theirs().text().content().body().markdown());
            write(json, "fields", DraftForm.besideTheText(both.beside()));
            write(
                    json,
                    "theirFields",
                    DraftForm.besideTheText(both.theirs().text().content()));
        }));
    }

    private static void write(JsonGenerator json, String name, Map<String, String> fields) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static void answer(Context ctx, Form form) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType("application/json")
                .result(Json.object(json -> write(json, "errors", form.errors())));
    }

    private void show(Context ctx, Form form, @Nullable WorkingCopy copy) {
        List<String> others =
                copy == null ? List.of() : presence.sign(copy.entry().id(), Requester.of(ctx));
        ctx.status(form.status());
        ctx.render("post/editor.jte", Map.of("page", page(ctx, form, copy, others)));
    }

    private EditorPage page(Context ctx, Form form, @Nullable WorkingCopy copy, List<String> others) {
        Actor actor = Requester.of(ctx).actor();
        Desk desk = desks.around(ctx, title(form, copy), Desk.Section.POSTS);
        return new EditorPage(
                desk,
                actor,
                form,
                copy,
                copy == null ? Rights.toBegin(actor) : copy.rights(),
                authors.all(),
                tags.queries().all(),
                copy == null
                        ? List.of()
                        : previews.list()
                                .handle(new ListPreviews.Command(
                                        actor, copy.entry().id())),
                others);
    }

    private static String title(Form form, @Nullable WorkingCopy copy) {
        Post.Kind kind = copy == null ? DraftForm.kind(form) : copy.entry().kind();
        String what = kind == Post.Kind.PAGE ? "page" : "post";
        return (copy == null ? "New " : "Edit ") + what;
    }

    private void conflict(Context ctx, Form form, Reconciliation both) {
        ctx.status(HttpStatus.CONFLICT);
        EditorPage editor = page(ctx, form, both.theirs(), List.of());
        ctx.render("post/conflict.jte", Map.of("page", ConflictPage.of(editor, both)));
    }

    private WorkingCopy opened(Actor actor, PostId post) {
        return posts.open().handle(new OpenPost.Command(actor, post));
    }

    private static PostId id(Context ctx) {
        return PostId.parse(Params.path(ctx, "id"));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadRequestResponse();
        }
    }

    private static boolean wantsJson(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("application/json");
    }

    /** What is said after an act that needs no more words. */
    private static final class Sentences {
        private static final Map<String, String> ALL = Map.of(
                "submit", "Submitted. An editor will look at it.",
                "withdraw", "The post is a draft again.",
                "publish", "Published. Readers see it now.",
                "publish-changes", "The changes are published. Readers see them now.",
                "discard-changes", "The changes are discarded. They are still among the revisions.",
                "unpublish", "The post is a draft again, and readers do not see it.",
                "archive", "Archived. Readers who knew the post learn that it is gone.",
                "reopen", "The post is a draft again.",
                "trash", "The post is in the trash. It can be brought back from there.",
                "undelete", "The post is out of the trash; readers do not see it.");

        private Sentences() {}

        static String of(String act) {
            return ALL.getOrDefault(act, "Done.");
        }
    }
}
