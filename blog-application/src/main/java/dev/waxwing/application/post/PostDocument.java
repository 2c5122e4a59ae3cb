package dev.waxwing.application.post;

import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of any status with its text as it was written, for those who may write it.
 *
 * @param changed whether newer text waits that readers do not see, as far as the reader may know of it
 * @param submitted whether an editor is asked to look at that text
 * @param scheduledFor present while it waits for that time
 * @param publishedAt when readers could first see it, if ever
 * @param editedAt when the text was last written
 * @param group what it has in common with its translations, if there are any
 * @param translations the posts that say the same in other languages, as far as the reader may know of them
 * @param version to be named with the next change
 */
public record PostDocument(
        PostId id,
        Post.Kind kind,
        Slug slug,
        Post.Status status,
        boolean changed,
        boolean submitted,
        Content content,
        List<PostSummary.Byline> authors,
        List<PostSummary.Label> tags,
        @Nullable Instant scheduledFor,
        @Nullable Instant publishedAt,
        Instant editedAt,
        TranslationGroup group,
        List<LinkedPost> translations,
        long version) {

    public PostDocument {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        translations = List.copyOf(translations);
    }
}
