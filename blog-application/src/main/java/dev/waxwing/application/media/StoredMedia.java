package dev.waxwing.application.media;

import dev.waxwing.application.shared.Sha256;
import dev.waxwing.domain.media.MediaAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A file in the media store.
 *
 * @param type its media type (RFC 9110, section 8.3.1)
 * @param size in bytes
 */
public record StoredMedia(MediaAddress address, String type, long size, Content content) {

    /** Whether it can be read, and has the content that its address says. All of it is read for that. */
    public boolean isWhole() {
        Sha256 hash = Sha256.begin();
        try (InputStream bytes = hash.reading(content.open(0))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return address.isOf(hash.digits());
        } catch (IOException e) {
            return false;
        }
    }

    /** The bytes of a stored file. */
    @FunctionalInterface
    public interface Content {
        /** Opens the bytes from an offset on, 0 for all of them. */
        InputStream open(long offset) throws IOException;
    }
}
