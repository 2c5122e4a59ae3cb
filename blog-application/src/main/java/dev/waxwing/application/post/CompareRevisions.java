package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;

/** Use case: see what differs between two revisions of a post. */
public final class CompareRevisions {
    public record Command(Actor actor, PostId post, int former, int newer) {}

    /** Two revisions, and what differs in their titles and texts. */
    public record Comparison(Revision former, Revision newer, TextDifference title, TextDifference text) {}

    private final PostRepository posts;
    private final UnitOfWork work;

    @Inject
    public CompareRevisions(PostRepository posts, UnitOfWork work) {
        this.posts = posts;
        this.work = work;
    }

    /** @throws BlogException.NotFound if the post has no such revision */
    public Comparison handle(Command command) {
        return work.execute(() -> {
            command.actor().requireMayEdit(posts.get(command.post()).state().authors());
            return compare(
                    posts.getRevision(command.post(), command.former()),
                    posts.getRevision(command.post(), command.newer()));
        });
    }

    private static Comparison compare(Revision former, Revision newer) {
        return new Comparison(
                former,
                newer,
                TextDifference.of(
                        former.content().title().value(),
                        newer.content().title().value()),
                TextDifference.of(
                        former.content().body().markdown(),
                        newer.content().body().markdown()));
    }
}
