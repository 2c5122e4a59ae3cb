package dev.waxwing.adapter.web.post;

import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.post;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Flash;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.post.OpenPost;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /admin/posts/new} and {@code /admin/posts/ID}: a post in the hand of somebody who writes it. Every button saves what
 * was typed first and then does what it says, so that no act loses a word.
 */
public final class EditorDesk implements EndpointGroup {
    private final OpenPost open;
    private final Saving saving;
    private final EditorActs acts;
    private final EditorPages pages;
    private final EditorAnswers answers;
    private final IdGenerator ids;

    @Inject
    public EditorDesk(OpenPost open, Saving saving, EditorActs acts, EditorPages pages, IdGenerator ids) {
        this.open = open;
        this.saving = saving;
        this.acts = acts;
        this.pages = pages;
        this.answers = new EditorAnswers(pages);
        this.ids = ids;
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
        get("/admin/session", EditorAnswers::session, Access.CONTRIBUTOR);
    }

    private void begin(Context ctx) {
        Post.Kind kind = DraftForm.kind(Params.query(ctx, "kind"));
        pages.show(ctx, DraftForm.blank(new PostId(ids.next()), kind, pages.language()), null);
    }

    private void create(Context ctx) {
        Form form = Form.of(ctx);
        Actor actor = Requester.of(ctx).actor();
        PostId post = DraftForm.post(form).orElseGet(() -> new PostId(ids.next()));
        if (wantsJson(ctx)) {
            answer(ctx, HttpStatus.CREATED, saving.begin(actor, post, form), post, form);
        } else {
            keepingWords(ctx, form, null, () -> {
                Saving.Outcome outcome = saving.begin(actor, post, form);
                goOn(ctx, form, outcome instanceof Saving.Kept ? opened(ctx, post) : null, outcome);
            });
        }
    }

    private void open(Context ctx) {
        pages.show(ctx, opened(ctx, id(ctx)));
    }

    private void act(Context ctx) {
        Form form = Form.of(ctx);
        WorkingCopy before = opened(ctx, id(ctx));
        keepingWords(ctx, form, before, () -> goOn(ctx, form, before, saving.save(actor(ctx), before, form)));
    }

    /** Whoever may not keep a text now finds it in the form again. */
    private void keepingWords(Context ctx, Form form, @Nullable WorkingCopy before, Runnable act) {
        try {
            act.run();
        } catch (BlogException.Full | BlogException.Forbidden e) {
            form.refuse(ActForm.ACT, e);
            pages.show(ctx, form, before);
        } catch (BlogException.TooOften e) {
            form.refuse(ActForm.ACT, e);
            ctx.header("Retry-After", String.valueOf(e.seconds()));
            pages.show(ctx, form, before);
        }
    }

    private void goOn(Context ctx, Form form, @Nullable WorkingCopy before, Saving.Outcome outcome) {
        if (outcome instanceof Saving.Kept && before != null) {
            goOn(ctx, form, before);
        } else if (outcome instanceof Saving.Outdated outdated) {
            pages.conflict(ctx, form, outdated.both());
        } else {
            pages.show(ctx, form, before);
        }
    }

    private void goOn(Context ctx, Form form, WorkingCopy before) {
        List<String> said = new ArrayList<>(acts.doAlong(actor(ctx), before, form));
        if (!form.isValid()) {
            form.refuse(ActForm.ACT, "The text is saved. Look at what is marked below; nothing else was done");
            WorkingCopy copy = opened(ctx, before.entry().id());
            pages.show(ctx, DraftForm.goOn(form, copy), copy);
            return;
        }
        try {
            if (ActForm.wantsToMove(form) && before.seen()) {
                askToMove(ctx, before, ActForm.slug(form));
                return;
            }
            said.add(0, acts.does(actor(ctx), before, form));
            say(ctx, form, before.entry().id(), String.join(" ", said));
        } catch (BlogException.Invalid | BlogException.Conflict e) {
            refuse(ctx, form, opened(ctx, before.entry().id()), e);
        }
    }

    /** Says what was done. What was typed for another button stays in its field. */
    private void say(Context ctx, Form form, PostId post, String said) {
        if (form.value(ActForm.ACT).equals("trash")) {
            Flash.goOn(ctx, "/admin/posts", said);
            return;
        }
        WorkingCopy copy = opened(ctx, post);
        List<ActForm.Waiting> waiting = ActForm.waiting(form, copy);
        if (waiting.isEmpty()) {
            Flash.goOn(ctx, address(copy), said);
        } else {
            Form again = DraftForm.of(copy, pages.moments());
            waiting.forEach(part -> again.with(part.field(), form.value(part.field())));
            pages.show(ctx, again, copy, said + " " + ActForm.Waiting.sentence(waiting));
        }
    }

    /** Shows the post as it is stored, with what was typed for the act that was refused. */
    private void refuse(Context ctx, Form form, WorkingCopy copy, BlogException refusal) {
        Form again = DraftForm.of(copy, pages.moments());
        ActForm.forActs(form).forEach(again::with);
        again.refuse(
                refusal instanceof BlogException.Invalid invalid ? invalid.field() : ActForm.ACT, refusal.getMessage());
        pages.show(ctx, again, copy);
    }

    /** Readers may know the present address: nothing moves before somebody has read what becomes of it. */
    private void askToMove(Context ctx, WorkingCopy copy, Slug slug) {
        if (slug.equals(copy.entry().slug())) {
            Flash.goOn(ctx, address(copy), "Saved. The address is /%s still.".formatted(slug));
        } else {
            pages.askToMove(ctx, copy, slug);
        }
    }

    /** Whoever agrees to a move agrees to one from the address that was shown. */
    private void move(Context ctx) {
        Form form = Form.of(ctx);
        WorkingCopy before = opened(ctx, id(ctx));
        Slug from = before.entry().slug();
        try {
            if (before.seen() && !form.value("from").equals(from.value())) {
                askToMove(ctx, before, ActForm.slug(form));
                return;
            }
            String said = acts.move(actor(ctx), before, form);
            String led = " Readers who come to /%s are led there.".formatted(from);
            Flash.goOn(ctx, address(before), before.seen() ? said + led : said);
        } catch (BlogException.Invalid | BlogException.Conflict e) {
            refuse(ctx, form, before, e);
        }
    }

    private void autosave(Context ctx) {
        Form form = Form.of(ctx);
        WorkingCopy before = opened(ctx, id(ctx));
        answer(ctx, HttpStatus.OK, saving.save(actor(ctx), before, form), id(ctx), form);
    }

    private void answer(Context ctx, HttpStatus accepted, Saving.Outcome outcome, PostId post, Form form) {
        if (outcome instanceof Saving.Kept) {
            answers.kept(ctx, accepted, opened(ctx, post), form);
        } else if (outcome instanceof Saving.Outdated outdated) {
            answers.outdated(ctx, outdated.both());
        } else {
            EditorAnswers.refused(ctx, form);
        }
    }

    private void state(Context ctx) {
        answers.kept(ctx, HttpStatus.OK, opened(ctx, id(ctx)), Form.empty());
    }

    private WorkingCopy opened(Context ctx, PostId post) {
        return open.handle(new OpenPost.Command(actor(ctx), post));
    }

    private static Actor actor(Context ctx) {
        return Requester.of(ctx).actor();
    }

    private static String address(WorkingCopy copy) {
        return "/admin/posts/" + copy.entry().id();
    }

    private static PostId id(Context ctx) {
        return PostId.parse(Params.path(ctx, "id"));
    }

    private static boolean wantsJson(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("application/json");
    }
}
