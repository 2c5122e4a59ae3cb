package dev.waxwing.application.post;

import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Use case: begin a post. */
public final class DraftPost {

    /**
     * @param id which the post is to have, so that the same command given twice does not begin two; if empty, any
     * @param slug the wished address; if empty, the title suggests one
     * @param byline one to twenty authors, in order
     */
    public record Command(
            Actor actor, Optional<PostId> id, Post.Kind kind, Draft draft, Optional<Slug> slug, List<AuthorId> byline) {
        public Command {
            byline = List.copyOf(byline);
        }

        public Command(Actor actor, Post.Kind kind, Draft draft, Optional<Slug> slug, List<AuthorId> byline) {
            this(actor, Optional.empty(), kind, draft, slug, byline);
        }

        /** An article by the actor, at the address that its title suggests. */
        public static Command article(Actor actor, Draft draft) {
            return by(actor, Post.Kind.ARTICLE, draft);
        }

        /** A post by the actor, at the address that its title suggests. */
        public static Command by(Actor actor, Post.Kind kind, Draft draft) {
            return new Command(
                    actor,
                    kind,
                    draft,
                    Optional.empty(),
                    actor.author().stream().toList());
        }

        /** The same post, with this identity. */
        public Command as(PostId id) {
            return new Command(actor, Optional.of(id), kind, draft, slug, byline);
        }
    }

    private final PostRepository posts;
    private final FreeSlug slugs;
    private final MarkdownRenderer renderer;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public DraftPost(
            PostRepository posts,
            FreeSlug slugs,
            MarkdownRenderer renderer,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        this.posts = posts;
        this.slugs = slugs;
        this.renderer = renderer;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Conflict if the wished address is taken, or there is a post with the identity already
     * @throws BlogException.Forbidden if the byline names somebody else and the actor edits nobody else's posts
     */
    public PostId handle(Command command) {
        command.actor().requireMaySign(command.byline());
        Content content = Contents.of(command.draft(), renderer);
        PostId id = command.id().orElseGet(() -> new PostId(ids.next()));
        return work.execute(() -> {
            command.slug().ifPresent(slug -> slugs.require(slug, id));
            Slug slug = command.slug()
                    .orElseGet(() -> slugs.forTitle(content.title().value(), id));
            Revision first = new Revision(1, content, command.actor().author().orElse(null), clock.instant());
            posts.save(Post.draft(id, command.kind(), slug, first, command.byline()));
            return id;
        });
    }
}
