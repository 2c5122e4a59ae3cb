package dev.waxwing.application.archive;

import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.WebAddress;
import java.util.List;

/**
 * A file that only says that its addresses lead elsewhere.
 *
 * @param source the path of the file
 * @param from the addresses of the file
 */
public record ArchivedRedirect(String source, List<SitePath> from, Goal to) {

    /** Where it leads. */
    public sealed interface Goal {
        /** To a post of the same archive. */
        record ToPost(String source) implements Goal {}

        record ToPath(SitePath path) implements Goal {}

        record ToAddress(WebAddress address) implements Goal {}
    }

    public ArchivedRedirect {
        from = List.copyOf(from);
    }
}
