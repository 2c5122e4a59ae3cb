package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desks;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.post.ArchivePost;
import dev.waxwing.application.post.DiscardChanges;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.MovePost;
import dev.waxwing.application.post.OpenPost;
import dev.waxwing.application.post.PostUseCases;
import dev.waxwing.application.post.PreviewUseCases;
import dev.waxwing.application.post.PublishChanges;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.RedatePost;
import dev.waxwing.application.post.ReopenPost;
import dev.waxwing.application.post.RevokePreview;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.application.post.SharePreview;
import dev.waxwing.application.post.SubmitPost;
import dev.waxwing.application.post.TrashPost;
import dev.waxwing.application.post.UndeletePost;
import dev.waxwing.application.post.UnlinkTranslation;
import dev.waxwing.application.post.UnpublishPost;
import dev.waxwing.application.post.WithdrawPost;
import dev.waxwing.application.post.WorkingCopy;
import dev.waxwing.application.shared.Token;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.PreviewId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import io.javalin.http.BadRequestResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the buttons of the editor do with a post whose text is kept; each says what was done. */
public final class EditorActs {
    private static final String REVOKE = "revoke ";

    private final PostUseCases posts;
    private final PreviewUseCases previews;
    private final Desks desks;

    @Inject
    public EditorActs(PostUseCases posts, PreviewUseCases previews, Desks desks) {
        this.posts = posts;
        this.previews = previews;
        this.desks = desks;
    }

    /**
     * Whoever types the address of a translation, or another one for a post that nobody has seen, wants that too, whichever
     * button they press. Returns what was done; what is refused is said beside its field.
     */
    List<String> doAlong(Actor actor, WorkingCopy before, Form form) {
        List<String> said = new ArrayList<>();
        String act = form.value(ActForm.ACT);
        if (ActForm.hasTypedSlug(form) && !before.seen() && !act.equals("move")) {
            Saving.beside(form, ActForm.SLUG, () -> said.add(move(actor, before, form)));
        }
        if (hasTypedTranslation(form) && !act.equals("link") && !act.equals("unlink")) {
            Saving.beside(form, ActForm.TRANSLATION_OF, () -> said.add(link(actor, before, form)));
        }
        return said;
    }

    /** Does what a button says, and says what was done. */
    String does(Actor actor, WorkingCopy before, Form form) {
        PostId post = before.entry().id();
        String act = form.value(ActForm.ACT);
        return switch (act) {
            case "", "save" -> "Saved.";
            case "submit" -> {
                posts.submit().handle(new SubmitPost.Command(actor, post));
                yield "Submitted. An editor will look at it.";
            }
            case "withdraw" -> {
                posts.withdraw().handle(new WithdrawPost.Command(actor, post));
                yield before.entry().submitted()
                        ? "The changes are not in review any more."
                        : "The post is a draft again.";
            }
            case "publish" -> {
                publish(actor, post, Optional.empty(), form);
                yield "Published. Readers see it now.";
            }
            case "publish-dated" -> {
                Instant date = date(before, form);
                publish(actor, post, Optional.of(date), form);
                yield "Published, under the date %s.".formatted(moments().spelledOut(date));
            }
            case "date" -> {
                Instant date = date(before, form);
                posts.redate().handle(new RedatePost.Command(actor, post, date));
                yield "The date is %s now.".formatted(moments().spelledOut(date));
            }
            case "schedule" -> schedule(actor, post, form);
            case "publish-changes" -> {
                posts.publishChanges().handle(new PublishChanges.Command(actor, post));
                yield "The changes are published. Readers see them now.";
            }
            case "discard-changes" -> {
                posts.discardChanges().handle(new DiscardChanges.Command(actor, post));
                yield "The changes are discarded. They are still among the revisions.";
            }
            case "unpublish" -> {
                posts.unpublish().handle(new UnpublishPost.Command(actor, post));
                yield "The post is a draft again, and readers do not see it." + unlinkedBesides(actor, before);
            }
            case "archive" -> {
                posts.archive().handle(new ArchivePost.Command(actor, post));
                yield "Archived. Readers who knew the post learn that it is gone." + unlinkedBesides(actor, before);
            }
            case "reopen" -> {
                posts.reopen().handle(new ReopenPost.Command(actor, post));
                yield "The post is a draft again.";
            }
            case "trash" -> {
                posts.trash().handle(new TrashPost.Command(actor, post));
                yield "The post is in the trash. It can be brought back from there." + unlinkedBesides(actor, before);
            }
            case "undelete" -> {
                posts.undelete().handle(new UndeletePost.Command(actor, post));
                yield "The post is out of the trash; readers do not see it.";
            }
            case "move" -> move(actor, before, form);
            case "link" -> link(actor, before, form);
            case "unlink" -> unlink(actor, before, form);
            case "share" -> share(actor, post, form);
            default -> revoke(actor, act);
        };
    }

    /** If somebody else has published the post meanwhile, what was typed since waits, and readers are to see it too. */
    private void publish(Actor actor, PostId post, Optional<Instant> date, Form form) {
        requireTitle(form);
        posts.publish().handle(new PublishPost.Command(actor, post, date));
        posts.publishChanges().handle(new PublishChanges.Command(actor, post));
    }

    private static void requireTitle(Form form) {
        if (form.value(DraftForm.TITLE).isBlank()) {
            throw new BlogException.Invalid(DraftForm.TITLE, "Give the post a title before readers see it");
        }
    }

    /** The date that was typed; the field shows minutes, so one that nobody has touched would lose its seconds. */
    private Instant date(WorkingCopy before, Form form) {
        Instant present = before.entry().publishedAt();
        String typed = form.value(ActForm.DATE).strip();
        return present != null && typed.equals(moments().field(present))
                ? present
                : moments().read(ActForm.DATE, typed);
    }

    private String schedule(Actor actor, PostId post, Form form) {
        requireTitle(form);
        Instant due = moments().read(ActForm.DUE, form.value(ActForm.DUE));
        try {
            posts.schedule().handle(new SchedulePost.Command(actor, post, due));
        } catch (BlogException.Invalid e) {
            throw new BlogException.Invalid(ActForm.DUE, e.getMessage());
        }
        return "Scheduled for %s.".formatted(moments().spelledOut(due));
    }

    private Moments moments() {
        return Moments.of(desks.site());
    }

    String move(Actor actor, WorkingCopy before, Form form) {
        Slug slug = ActForm.slug(form);
        posts.move().handle(new MovePost.Command(actor, before.entry().id(), slug));
        return "The address is /%s now.".formatted(slug);
    }

    private static boolean hasTypedTranslation(Form form) {
        return !form.value(ActForm.TRANSLATION_OF).isBlank();
    }

    private String link(Actor actor, WorkingCopy before, Form form) {
        Slug other = ActForm.translationOf(form, desks.site());
        try {
            posts.linkTranslation()
                    .handle(new LinkTranslation.Command(actor, before.entry().id(), other));
        } catch (BlogException.Invalid | BlogException.Forbidden e) {
            throw new BlogException.Invalid(ActForm.TRANSLATION_OF, e.getMessage());
        }
        return "Linked with /%s.".formatted(other);
    }

    /** From those that the post is linked with so far; the address of another one that was typed takes their place. */
    private String unlink(Actor actor, WorkingCopy before, Form form) {
        posts.unlinkTranslation()
                .handle(new UnlinkTranslation.Command(actor, before.entry().id()));
        String said = "The post is linked with no others any more.";
        return hasTypedTranslation(form) ? link(actor, before, form) : said;
    }

    /** What is said besides of a post that had to leave its translations to be taken out of sight. */
    private String unlinkedBesides(Actor actor, WorkingCopy before) {
        boolean left = !before.translations().isEmpty()
                && posts.open()
                        .handle(new OpenPost.Command(actor, before.entry().id()))
                        .translations()
                        .isEmpty();
        return left ? " It is linked with no others any more: one of them has the language of its changes." : "";
    }

    private String share(Actor actor, PostId post, Form form) {
        Duration open = Duration.ofDays(days(form.value(ActForm.DAYS)));
        Token secret = previews.share().handle(new SharePreview.Command(actor, post, open));
        return "Whoever has this link can read the post for %d days: %s"
                .formatted(open.toDays(), desks.site().absolute("/preview/" + secret.value()));
    }

    private static long days(String text) {
        try {
            return text.isBlank() ? 7 : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BlogException.Invalid(ActForm.DAYS, "Say a number of days, 1 to 90");
        }
    }

    private String revoke(Actor actor, String act) {
        if (!act.startsWith(REVOKE)) {
            throw new BadRequestResponse();
        }
        previews.revoke().handle(new RevokePreview.Command(actor, PreviewId.parse(act.substring(REVOKE.length()))));
        return "The preview link does not work any more.";
    }
}
