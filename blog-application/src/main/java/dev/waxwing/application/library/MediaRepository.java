package dev.waxwing.application.library;

import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: the library's files as aggregates. Saving also appends the pending events to the change feed. */
public interface MediaRepository {
    Optional<MediaFile> find(MediaAddress address);

    /** @throws BlogException.NotFound if there is none */
    default MediaFile get(MediaAddress address) {
        return find(address).orElseThrow(() -> new BlogException.NotFound("file", address));
    }

    /** @throws BlogException.Conflict if it was changed by someone else since it was loaded, or is there already */
    void save(MediaFile file);

    /** @throws BlogException.Conflict if it was changed by someone else since it was loaded */
    void remove(MediaFile file);

    /** Remembers which files a post shows now, in place of what it showed before. */
    void recordUses(PostId post, Set<MediaAddress> files);

    /** The posts that show a file, by title; for use cases alone to ask, as not everybody may know of each. */
    List<MediaUse> uses(MediaAddress file);
}
