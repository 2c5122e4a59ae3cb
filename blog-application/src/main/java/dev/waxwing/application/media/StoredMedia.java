package dev.waxwing.application.media;

import dev.waxwing.domain.media.MediaAddress;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file in the media store.
 *
 * @param type its media type (RFC 9110, section 8.3.1)
 * @param size in bytes
 */
public record StoredMedia(MediaAddress address, String type, long size, Content content) {

    /** The bytes of a stored file. */
    @FunctionalInterface
    public interface Content {
        /** Opens the bytes from an offset on, 0 for all of them. */
        InputStream open(long offset) throws IOException;
    }
}
