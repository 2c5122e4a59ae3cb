package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Text;
import dev.waxwing.domain.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What an author writes of a post, and what a revision keeps.
 *
 * @param excerpt at most 1,000 characters; empty to let the beginning of the text stand for it
 * @param canonical where the post was first published, if that is elsewhere
 */
public record Content(
        Title title,
        Body body,
        String excerpt,
        @Nullable Cover cover,
        LanguageTag language,
        @Nullable WebAddress canonical) {
    public static final int LONGEST_EXCERPT = 1_000;

    /** @throws BlogException.Invalid if the excerpt is too long */
    public Content {
        excerpt = Text.lines("excerpt", excerpt, LONGEST_EXCERPT).replace('\n', ' ');
    }

    public static Content of(Title title, Body body, LanguageTag language) {
        return new Content(title, body, "", null, language, null);
    }
}
