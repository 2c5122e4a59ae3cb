package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Requester;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.post.ListPreviews;
import dev.waxwing.application.post.ReconcilePost.Reconciliation;
import dev.waxwing.application.post.Rights;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a post in the hand of somebody who writes it. */
public final class EditorPages {
    private final AuthorQueries authors;
    private final TagQueries tags;
    private final ListPreviews previews;
    private final Presence presence;
    private final Desks desks;

    @Inject
    public EditorPages(AuthorQueries authors, TagQueries tags, ListPreviews previews, Presence presence, Desks desks) {
        this.authors = authors;
        this.tags = tags;
        this.previews = previews;
        this.presence = presence;
        this.desks = desks;
    }

    /** The language in which a post begins that nobody has said anything of. */
    LanguageTag language() {
        return desks.site().language();
    }

    Moments moments() {
        return Moments.of(desks.site());
    }

    String standing(WorkingCopy copy) {
        return Standing.of(copy.entry(), moments());
    }

    String editedBy(WorkingCopy copy) {
        return EditorPage.editedBy(copy, authors.all());
    }

    /** Notes that the requester has the post open, and says who else has. */
    List<String> others(Context ctx, WorkingCopy copy) {
        return presence.sign(copy.entry().id(), Requester.of(ctx));
    }

    /** The post as it is stored. */
    void show(Context ctx, WorkingCopy copy) {
        show(ctx, DraftForm.of(copy, moments()), copy);
    }

    /** @param copy nothing before the first save */
    void show(Context ctx, Form form, @Nullable WorkingCopy copy) {
        Form whole = copy == null ? form : form.orElse(DraftForm.of(copy, moments()));
        show(ctx, whole, copy, desk(ctx, whole, copy));
    }

    /** The post as it is stored, with what was typed for other buttons than the one that has done what is said. */
    void show(Context ctx, Form form, WorkingCopy copy, String said) {
        show(ctx, form, copy, desk(ctx, form, copy).saying(said));
    }

    private void show(Context ctx, Form form, @Nullable WorkingCopy copy, Desk desk) {
        List<String> others = copy == null ? List.of() : others(ctx, copy);
        ctx.status(form.status());
        ctx.render("post/editor.jte", Map.of("page", page(ctx, form, copy, desk, others)));
    }

    /** Both texts; or, if the form has nothing in its text that the other one lacks, that one to look at and go on with. */
    void conflict(Context ctx, Form form, Reconciliation both) {
        WorkingCopy theirs = both.theirs();
        if (both.isAllTheirs()) {
            form.refuse(ActForm.ACT, new BlogException.Conflict(meanwhile(theirs)));
            show(ctx, DraftForm.goOnFrom(theirs, form), theirs);
            return;
        }
        ctx.status(HttpStatus.CONFLICT);
        EditorPage editor = page(ctx, form, theirs, desk(ctx, form, theirs), List.of());
        ctx.render("post/conflict.jte", Map.of("page", ConflictPage.of(editor, both)));
    }

    private String meanwhile(WorkingCopy theirs) {
        String by = editedBy(theirs);
        return "%s changed the text on %s, and nothing was done. Below is the newest text: look it through, and press again"
                .formatted(
                        by.isEmpty() ? "Somebody else" : by,
                        moments().spelledOut(theirs.text().at()));
    }

    void askToMove(Context ctx, WorkingCopy copy, Slug slug) {
        Desk desk = desks.around(ctx, "Change the address?", Desk.Section.POSTS);
        ctx.render("post/move.jte", Map.of("page", new MovePage(desk, copy.entry(), slug)));
    }

    private EditorPage page(Context ctx, Form form, @Nullable WorkingCopy copy, Desk desk, List<String> others) {
        Actor actor = Requester.of(ctx).actor();
        return new EditorPage(
                desk,
                actor,
                form,
                copy,
                copy == null ? Rights.toBegin(actor) : copy.rights(),
                authors.all(),
                tags.all(),
                copy == null
                        ? List.of()
                        : previews.handle(
                                new ListPreviews.Command(actor, copy.entry().id())),
                others);
    }

    private Desk desk(Context ctx, Form form, @Nullable WorkingCopy copy) {
        Post.Kind kind = copy == null ? DraftForm.kind(form) : copy.entry().kind();
        String what = kind == Post.Kind.PAGE ? "page" : "post";
        return desks.around(ctx, (copy == null ? "New " : "Edit ") + what, Desk.Section.POSTS);
    }
}
