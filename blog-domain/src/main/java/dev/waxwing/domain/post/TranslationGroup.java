package dev.waxwing.domain.post;

import java.util.UUID;

/**
 * What posts have in common that say the same in several languages, at most one in each. Every post is in one group, alone
 * unless it has translations.
 */
public record TranslationGroup(UUID value) {

    /** The group that a post is in from its first draft on. */
    public static TranslationGroup begunBy(PostId post) {
        return new TranslationGroup(post.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
