package dev.waxwing.application.post;

import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What an author hands in: the content of a post before it is rendered.
 *
 * @param excerpt empty to let the beginning of the text stand for it
 */
public record Draft(
        Title title,
        String markdown,
        String excerpt,
        @Nullable Cover cover,
        LanguageTag language,
        @Nullable WebAddress canonical) {

    public static Draft of(Title title, String markdown, LanguageTag language) {
        return new Draft(title, markdown, "", null, language, null);
    }

    Draft with(String markdown) {
        return new Draft(title, markdown, excerpt, cover, language, canonical);
    }

    /** What is there already, to be changed. */
    public static Draft of(Content content) {
        return new Draft(
                content.title(),
                content.body().markdown(),
                content.excerpt(),
                content.cover(),
                content.language(),
                content.canonical());
    }
}
