package dev.waxwing.application.post;

import dev.waxwing.application.shared.Token;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Use case: read the newest text of a post by a preview link, whatever its status. Whoever has the link may. */
public final class ReadPreview {
    private final PreviewRepository previews;
    private final PostRepository posts;
    private final DeskQueries queries;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ReadPreview(
            PreviewRepository previews, PostRepository posts, DeskQueries queries, UnitOfWork work, Clock clock) {
        this.previews = previews;
        this.posts = posts;
        this.queries = queries;
        this.work = work;
        this.clock = clock;
    }

    /**
     * The post as its page would show it now.
     *
     * @throws BlogException.NotFound if there never was such a link, it has expired or it was revoked; the answer is the same
     */
    public PostView handle(Token token) {
        return work.execute(() -> {
            Instant now = clock.instant();
            Preview preview = previews.findBySecret(token.hash())
                    .filter(found -> found.isOpen(now))
                    .orElseThrow(() -> new BlogException.NotFound("preview", "at this address; it may have expired"));
            return view(posts.get(preview.state().post()), now);
        });
    }

    private PostView view(Post post, Instant now) {
        DeskEntry entry = queries.entry(post.id()).orElseThrow(() -> new BlogException.NotFound("post", post.id()));
        Content content = post.state().newest().content();
        Instant date = entry.publishedAt() == null ? now : entry.publishedAt();
        PostSummary summary = new PostSummary(
                entry.id(),
                entry.kind(),
                entry.slug(),
                entry.title(),
                Excerpts.of(content),
                content.cover(),
                content.language(),
                entry.authors(),
                entry.tags(),
                content.body().words(),
                date,
                entry.editedAt().isBefore(date) ? date : entry.editedAt());
        return new PostView(
                summary,
                content.body().html(),
                content.body().contents(),
                content.canonical(),
                post.state().group());
    }
}
