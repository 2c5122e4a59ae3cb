package dev.waxwing.application.post;

import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * One of the posts that say the same in several languages, as the others name it.
 *
 * @param canonical where it was first published, if that is elsewhere
 */
public record Translation(
        PostId post,
        Slug slug,
        String title,
        LanguageTag language,
        @Nullable WebAddress canonical) {}
