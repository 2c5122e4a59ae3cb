package dev.waxwing.application.post;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.util.Objects;

/** Use case: after a save was refused, see both texts and what they make together. Nothing is changed. */
public final class ReconcilePost {

    /**
     * @param base the revision that the writer began from
     * @param draft what the writer has now
     */
    public record Command(Actor actor, PostId post, int base, Draft draft) {}

    /**
     * Both texts and a proposal.
     *
     * @param theirs the post as somebody else has left it
     * @param text the two texts, put together
     * @param beside the title and all else but the text, to propose: what was changed, the writer's own if both were
     */
    public record Reconciliation(WorkingCopy theirs, Draft mine, TextMerge text, Draft beside) {

        /** Whether what each of them did is in the proposal without anybody having to choose. */
        public boolean isClean() {
            return text.isClean();
        }

        /** Whether the writer has changed nothing, or only what somebody else has changed in the same way. */
        public boolean isAllTheirs() {
            Content newest = theirs.text().content();
            String together = text.text("", "");
            return isClean()
                    && together.equals(newest.body().markdown())
                    && beside.with(together).equals(Draft.of(newest));
        }
    }

    private final OpenPost openPost;
    private final PostRepository posts;

    @Inject
    public ReconcilePost(OpenPost openPost, PostRepository posts) {
        this.openPost = openPost;
        this.posts = posts;
    }

    /** @throws BlogException.NotFound if there is no such post */
    public Reconciliation handle(Command command) {
        WorkingCopy theirs = openPost.handle(new OpenPost.Command(command.actor(), command.post()));
        Content base = base(command);
        Content newest = theirs.text().content();
        Draft mine = command.draft();
        TextMerge text = TextMerge.of(
                base.body().markdown(), mine.markdown(), newest.body().markdown());
        Draft beside = new Draft(
                changed(base.title(), mine.title(), newest.title()),
                mine.markdown(),
                changed(base.excerpt(), mine.excerpt(), newest.excerpt()),
                Objects.equals(mine.cover(), base.cover()) ? newest.cover() : mine.cover(),
                changed(base.language(), mine.language(), newest.language()),
                Objects.equals(mine.canonical(), base.canonical()) ? newest.canonical() : mine.canonical());
        return new Reconciliation(theirs, mine, text, beside);
    }

    /** A text that somebody began from long ago may be forgotten; the first one is not, and lies behind whatever both have. */
    private Content base(Command command) {
        return posts.findRevision(command.post(), command.base())
                .or(() -> posts.findRevision(command.post(), 1))
                .map(Revision::content)
                .orElseThrow(() -> new BlogException.NotFound("revision", command.base()));
    }

    private static <T> T changed(T base, T mine, T theirs) {
        return mine.equals(base) ? theirs : mine;
    }
}
