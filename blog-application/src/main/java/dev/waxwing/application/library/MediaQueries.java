package dev.waxwing.application.library;

import dev.waxwing.domain.media.MediaAddress;
import java.util.List;
import java.util.Optional;

/** Port: read-only questions about the library, for those who write. */
public interface MediaQueries {
    Optional<MediaView> find(MediaAddress address);

    /**
     * The library, newest first.
     *
     * @param words all of which occur in the name or the description of a file, whatever their case; empty for every file
     * @param after where the former page ended; empty for the first page
     */
    List<MediaView> library(String words, Optional<MediaCursor> after, int limit);
}
