package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: show readers what was written since the post was published. */
public final class PublishChanges {
    public record Command(Actor actor, PostId post) {}

    private final PostRepository posts;
    private final FreeLanguage languages;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public PublishChanges(PostRepository posts, FreeLanguage languages, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.languages = languages;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Invalid (field "language") if a translation of the post is in the language of the changes */
    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            command.actor().requireMayPublish(post.state().authors());
            requireFree(command.actor(), post);
            post.publishChanges(clock.instant());
            posts.save(post);
        });
    }

    private void requireFree(Actor actor, Post post) {
        LanguageTag language = post.state().newest().content().language();
        languages.holder(actor, post, post.state().group(), language).ifPresent(holder -> {
            throw new BlogException.Invalid(
                    "language",
                    holder + "; choose another language for the changes, discard them, or unlink one of the two");
        });
    }
}
