package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Use case: name the authors of a post, in the order of the byline. */
public final class CreditAuthors {
    public record Command(Actor actor, PostId post, List<AuthorId> byline) {
        public Command {
            byline = List.copyOf(byline);
        }
    }

    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public CreditAuthors(PostRepository posts, UnitOfWork work, Clock clock) {
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    /** Only editors may credit a post to somebody other than themselves alone. */
    public void handle(Command command) {
        work.run(() -> {
            Post post = posts.get(command.post());
            RevisePost.requireMayRevise(command.actor(), post);
            command.actor().requireMaySign(command.byline());
            post.credit(command.byline(), clock.instant());
            posts.save(post);
        });
    }
}
