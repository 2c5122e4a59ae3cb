package dev.waxwing.application.post;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Use case: see which preview links to a post are open. */
public final class ListPreviews {
    public record Command(Actor actor, PostId post) {}

    /** A link that works, without its secret. */
    public record OpenPreview(PreviewId id, Instant since, Instant until) {}

    private final PreviewRepository previews;
    private final PostRepository posts;
    private final Clock clock;

    @Inject
    public ListPreviews(PreviewRepository previews, PostRepository posts, Clock clock) {
        this.previews = previews;
        this.posts = posts;
        this.clock = clock;
    }

    public List<OpenPreview> handle(Command command) {
        command.actor().requireMayEdit(posts.get(command.post()).state().authors());
        Instant now = clock.instant();
        return previews.of(command.post()).stream()
                .filter(preview -> preview.isOpen(now))
                .map(Preview::state)
                .map(preview -> new OpenPreview(preview.id(), preview.since(), preview.until()))
                .toList();
    }
}
