package dev.waxwing.application.post;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;

/** Use case: take a post of any status in hand to write in it. */
public final class OpenPost {
    public record Command(Actor actor, PostId post) {}

    private final PostRepository posts;
    private final DeskQueries queries;
    private final UnitOfWork work;

    @Inject
    public OpenPost(PostRepository posts, DeskQueries queries, UnitOfWork work) {
        this.posts = posts;
        this.queries = queries;
        this.work = work;
    }

    public WorkingCopy handle(Command command) {
        return work.execute(() -> {
            Post post = posts.get(command.post());
            command.actor().requireMayEdit(post.state().authors());
            return of(post, command.actor());
        });
    }

    private WorkingCopy of(Post post, Actor actor) {
        DeskEntry entry = queries.entry(post.id()).orElseThrow(() -> new BlogException.NotFound("post", post.id()));
        Post.State state = post.state();
        return new WorkingCopy(
                entry,
                state.newest(),
                state.revision().number(),
                state.authors(),
                LinkedPost.of(state, actor, queries),
                post.wasSeen(),
                state.version(),
                Rights.of(actor, post));
    }
}
