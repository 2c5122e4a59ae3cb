package dev.waxwing.application.search;

import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import java.time.Instant;
import java.util.List;

/**
 * What the search index knows of a published post.
 *
 * @param text the words of the post without markup, paragraphs on lines of their own
 * @param tags the names of its tags
 */
public record SearchDocument(
        PostId post, String title, String text, List<String> tags, LanguageTag language, Instant publishedAt) {
    public SearchDocument {
        tags = List.copyOf(tags);
    }
}
