package dev.waxwing.application.post;

import dev.waxwing.domain.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * A published post as its own page shows it.
 *
 * @param html safe to show as it is
 * @param contents its table of contents as HTML, empty for a short text
 * @param canonical where it was first published, if that is elsewhere
 */
public record PostView(
        PostSummary summary,
        String html,
        String contents,
        @Nullable WebAddress canonical) {}
