package dev.waxwing.application.post;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published post as a list shows it.
 *
 * @param excerpt the author's own, else the beginning of the text, at most 300 characters
 * @param updatedAt when readers last got something new to read, never before {@code publishedAt}
 */
public record PostSummary(
        PostId id,
        Post.Kind kind,
        Slug slug,
        String title,
        String excerpt,
        @Nullable Cover cover,
        LanguageTag language,
        List<Byline> authors,
        List<Label> tags,
        int words,
        Instant publishedAt,
        Instant updatedAt) {
    private static final int WORDS_PER_MINUTE = 230;

    /** An author as named with a post. */
    public record Byline(AuthorId author, String name, Slug handle) {}

    /** A tag as named with a post. */
    public record Label(TagId tag, String name, Slug slug) {}

    public PostSummary {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }

    /** How long somebody reads, in whole minutes, at least one. */
    public Duration readingTime() {
        return Duration.ofMinutes(Math.max(1, Math.round((double) words / WORDS_PER_MINUTE)));
    }

    /** Its place among the published posts. */
    public PostCursor cursor() {
        return new PostCursor(publishedAt, id);
    }
}
