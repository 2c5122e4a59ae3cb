package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;

/** Use case: replace what a post says, for readers at once; the former text stays as a revision, and the address stays. */
public final class RevisePost {

    /** @param expectedVersion the version the author has seen, to be refused if there is a newer one; empty to not ask */
    public record Command(Actor actor, PostId post, OptionalLong expectedVersion, Draft draft) {}

    private final PostRepository posts;
    private final MarkdownRenderer renderer;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RevisePost(PostRepository posts, MarkdownRenderer renderer, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.renderer = renderer;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if the post has another version than the expected one */
    public void handle(Command command) {
        Content content = Contents.of(command.draft(), renderer);
        work.run(() -> {
            Post post = posts.get(command.post());
            requireMayRevise(command.actor(), post);
            requireVersion(command.expectedVersion(), post);
            post.revise(content, command.actor().author().orElse(null), clock.instant());
            posts.save(post);
        });
    }

    /** Who may not publish may not change what readers see, or will see without anybody looking at it again. */
    static void requireMayRevise(Actor actor, Post post) {
        if (isBeforeReaders(post)) {
            actor.requireMayPublish(post.state().authors());
        } else {
            actor.requireMayEdit(post.state().authors());
        }
    }

    static boolean mayRevise(Actor actor, Post post) {
        return isBeforeReaders(post)
                ? actor.mayPublish(post.state().authors())
                : actor.mayEdit(post.state().authors());
    }

    private static boolean isBeforeReaders(Post post) {
        return switch (post.state().status()) {
            case SCHEDULED, PUBLISHED -> true;
            case DRAFT, IN_REVIEW, ARCHIVED, TRASHED -> false;
        };
    }

    private static void requireVersion(OptionalLong expected, Post post) {
        if (expected.isPresent() && expected.getAsLong() != post.state().version()) {
            throw new BlogException.Conflict("The post was changed by someone else while you were writing");
        }
    }
}
