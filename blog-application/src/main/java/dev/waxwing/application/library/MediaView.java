package dev.waxwing.application.library;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as the library shows it.
 *
 * @param alt empty while nobody has said what it shows
 * @param bytes its size
 * @param by who brought it, if it was one of the authors
 * @param uses how many posts show it, or mean to
 * @param version to be named when it is described, so that nobody overwrites what they have not seen
 */
public record MediaView(
        MediaAddress address,
        String name,
        String alt,
        long bytes,
        Optional<Uploader> by,
        Instant at,
        long uses,
        long version) {

    /** An author who brought a file. */
    public record Uploader(AuthorId id, String name) {}

    /** Its place in the library. */
    public MediaCursor cursor() {
        return new MediaCursor(at, address);
    }
}
