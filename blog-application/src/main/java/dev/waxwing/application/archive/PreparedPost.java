package dev.waxwing.application.archive;

import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Optional;

/**
 * A post of an archive, read and rendered, ready to be stored.
 *
 * @param origin what its file became when it was imported before
 */
record PreparedPost(
        ArchivedPost archived,
        Slug slug,
        Content content,
        String fingerprint,
        Optional<ImportLedger.Origin> origin,
        List<Note> notes) {

    String source() {
        return archived.source();
    }
}
