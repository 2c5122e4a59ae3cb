package dev.waxwing.application.post;

import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * A published post as its own page shows it.
 *
 * @param html safe to show as it is
 * @param contents its table of contents as HTML, empty for a short text
 * @param canonical where it was first published, if that is elsewhere
 * @param translations what it has in common with its translations, if there are any
 */
public record PostView(
        PostSummary summary,
        String html,
        String contents,
        @Nullable WebAddress canonical,
        TranslationGroup translations) {}
