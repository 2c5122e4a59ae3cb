package dev.waxwing.application.post;

import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of any status in the list of those who write.
 *
 * @param title the newest one, which readers of a published post may not see yet
 * @param changed whether the post is published and has newer text that readers do not see
 * @param submitted whether an editor is asked to look at that text
 * @param editedAt when its newest text was written
 */
public record DeskEntry(
        PostId id,
        Post.Kind kind,
        Slug slug,
        String title,
        Post.Status status,
        boolean changed,
        boolean submitted,
        List<PostSummary.Byline> authors,
        List<PostSummary.Label> tags,
        @Nullable Instant scheduledFor,
        @Nullable Instant publishedAt,
        Instant editedAt) {
    public DeskEntry {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }

    /** Its place in the list. */
    public DeskCursor cursor() {
        return new DeskCursor(editedAt, id);
    }
}
