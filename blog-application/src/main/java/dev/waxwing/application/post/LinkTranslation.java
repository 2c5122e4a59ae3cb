package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Use case: say that a post is another one in another language, and so of all translations of that one. Translations that it
 * was linked with before are left.
 */
public final class LinkTranslation {
    public record Command(Actor actor, PostId post, PostId other) {}

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public LinkTranslation(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Whoever may revise the post may link it; the other one is not changed.
     *
     * @throws BlogException.Invalid (field "translation") if both are the same post
     * @throws BlogException.Invalid (field "language") if the other post, or a translation of it, is in the same language
     */
    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            if (command.other().equals(command.post())) {
                throw new BlogException.Invalid(
                        "translation", "A post is no translation of itself; choose another one");
            }
            post.link(posts.get(command.other()).state().translations(), clock.instant());
            posts.save(post);
        });
    }
}
