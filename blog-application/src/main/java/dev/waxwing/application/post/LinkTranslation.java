package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Use case: say that a post is another one in another language, and so of all translations of that one. Translations that it
 * was linked with before are left.
 */
public final class LinkTranslation {
    private static final String TRANSLATION_OF = "translationOf";

    /** @param other the present address of the other post */
    public record Command(Actor actor, PostId post, Slug other) {}

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
     * Whoever may revise the post may link it. The other one is not changed: readers see it, or it is the actor's to edit.
     *
     * @throws BlogException.Invalid (field "translationOf") if there is no such post, or both are the same
     * @throws BlogException.Invalid (field "language") if the other post, or a translation of it, is in the same language
     */
    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            Post other = other(command);
            if (other.id().equals(post.id())) {
                throw new BlogException.Invalid(
                        TRANSLATION_OF, "A post is no translation of itself; choose another one");
            }
            post.link(other.state().group(), clock.instant());
            posts.save(post);
        });
    }

    private Post other(Command command) {
        return posts.findBySlug(command.other())
                .flatMap(posts::find)
                .filter(other -> Rights.mayKnow(
                        command.actor(), other.state().status(), other.state().authors()))
                .orElseThrow(() -> new BlogException.Invalid(
                        TRANSLATION_OF, "There is no post at /%s; give the address of one".formatted(command.other())));
    }
}
