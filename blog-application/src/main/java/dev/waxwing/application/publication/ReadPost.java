package dev.waxwing.application.publication;

import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.LinkedPost;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.Rights;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.Tag;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Use case: get a post with its text as it was written. What readers see everybody may have, all else who may edit it. */
public final class ReadPost {
    public record Command(Actor actor, PostId post) {}

    private final PostRepository posts;
    private final AuthorRepository authors;
    private final TagRepository tags;
    private final DeskQueries desk;
    private final UnitOfWork work;

    @Inject
    public ReadPost(
            PostRepository posts, AuthorRepository authors, TagRepository tags, DeskQueries desk, UnitOfWork work) {
        this.posts = posts;
        this.authors = authors;
        this.tags = tags;
        this.desk = desk;
        this.work = work;
    }

    /** @throws BlogException.NotFound if there is none, or the actor may not know of it */
    public PostDocument handle(Command command) {
        return work.execute(() -> {
            Post post = posts.get(command.post());
            requireMayKnow(command.actor(), post);
            return document(post, command.actor());
        });
    }

    private static void requireMayKnow(Actor actor, Post post) {
        if (!Rights.mayKnow(actor, post.state().status(), post.state().authors())) {
            throw new BlogException.NotFound("post", post.id());
        }
    }

    private PostDocument document(Post post, Actor actor) {
        Post.State state = post.state();
        Revision revision = state.revision();
        boolean writes = actor.mayEdit(state.authors());
        return new PostDocument(
                state.id(),
                state.kind(),
                state.slug(),
                state.status(),
                writes && state.pending() != null,
                writes && state.writing().submitted(),
                revision.content(),
                bylines(state),
                labels(state),
                state.scheduledFor(),
                state.publishedAt(),
                revision.at(),
                state.group(),
                LinkedPost.of(state, actor, desk),
                state.version());
    }

    private List<PostSummary.Byline> bylines(Post.State post) {
        return post.authors().stream()
                .map(authors::find)
                .flatMap(Optional::stream)
                .map(Author::state)
                .map(author ->
                        new PostSummary.Byline(author.id(), author.profile().name(), author.handle()))
                .toList();
    }

    private List<PostSummary.Label> labels(Post.State post) {
        return post.tags().stream()
                .map(tags::find)
                .flatMap(Optional::stream)
                .map(Tag::state)
                .map(tag -> new PostSummary.Label(tag.id(), tag.name().value(), tag.slug()))
                .toList();
    }
}
