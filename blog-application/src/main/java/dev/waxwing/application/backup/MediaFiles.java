package dev.waxwing.application.backup;

import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Port: the files of a blog as they are kept, byte for byte. */
public interface MediaFiles {

    /** Hands over every file, in the order of the addresses. */
    void forEach(Consumer<StoredMedia> reader);

    /**
     * Keeps a file under an address that it has already. Unlike an upload it is not changed.
     *
     * @param content read to its end; not closed
     * @throws BlogException.Invalid (field "backup") if the address belongs to another content
     */
    void put(MediaAddress address, InputStream content);
}
