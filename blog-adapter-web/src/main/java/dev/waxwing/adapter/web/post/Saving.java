package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.post.CreditAuthors;
import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.OpenPost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.ReconcilePost;
import dev.waxwing.application.post.ReconcilePost.Reconciliation;
import dev.waxwing.application.post.SavePost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.application.publication.BeginPost;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import io.javalin.http.BadRequestResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Keeps what was typed: the text, and then the tags and authors beside it, so that no word waits until they are right. */
public final class Saving {
    private final BeginPost begin;
    private final PostUseCases posts;
    private final FindOrCreateTags tags;

    /** What became of a save. */
    sealed interface Outcome {}

    /** The text is kept; of what stands beside it the form may say that it is not. */
    record Kept() implements Outcome {}

    /** The form says why. */
    record Refused() implements Outcome {}

    /** Somebody else was faster. */
    record Outdated(Reconciliation both) implements Outcome {}

    @Inject
    public Saving(BeginPost begin, PostUseCases posts, FindOrCreateTags tags) {
        this.begin = begin;
        this.posts = posts;
        this.tags = tags;
    }

    /** A form brings the identity of the post that it begins: sent again, as when the answer got lost, it goes on with that one. */
    Outcome begin(Actor actor, PostId post, Form form) {
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
            return save(actor, begunBefore(actor, post, e), DraftForm.again(form));
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

    private WorkingCopy opened(Actor actor, PostId post) {
        return posts.open().handle(new OpenPost.Command(actor, post));
    }

    Outcome save(Actor actor, WorkingCopy before, Form form) {
        Optional<Draft> draft = DraftForm.draft(form, DraftForm.lineEnd(before));
        if (draft.isEmpty()) {
            return new Refused();
        }
        try {
            Outcome outcome = save(actor, before.entry().id(), draft.get(), form);
            if (outcome instanceof Kept) {
                describe(actor, before, form);
            }
            return outcome;
        } catch (BlogException.Invalid e) {
            form.refuse(e.field(), e.getMessage());
            return new Refused();
        }
    }

    private Outcome save(Actor actor, PostId post, Draft draft, Form form) {
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
    static void beside(Form form, String field, Runnable act) {
        try {
            act.run();
        } catch (BlogException.Invalid | BlogException.Conflict | BlogException.Forbidden e) {
            form.refuse(field, e.getMessage());
        }
    }

    private void tag(Actor actor, WorkingCopy before, Form form) {
        List<TagName> names = DraftForm.tags(form, before);
        if (!names.equals(DraftForm.tagNames(before))) {
            List<TagId> wanted = tags.handle(new FindOrCreateTags.Command(names));
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

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadRequestResponse();
        }
    }
}
