package dev.waxwing.application.media;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import java.io.InputStream;
import java.util.Optional;

/** Port: files that posts show, kept under the hash of their content, so that none is ever changed or kept twice. */
public interface MediaStore {
    /** In bytes: 20 MiB. */
    long LARGEST_FILE = 20L << 20;

    /**
     * Keeps a file; its kind is told by its first bytes, never by a name. Of a picture is kept what readers may be given: it
     * stands upright, and what a camera or a program has noted in it, such as the place, is gone.
     *
     * @param content read to its end and closed
     * @throws dev.waxwing.domain.shared.BlogException.Invalid (field "media") if the kind is not one that readers may be
     *     given, the picture is broken, or it is larger than 20 MiB or 100 megapixels
     */
    MediaAddress store(InputStream content);

    /**
     * The address under which {@link #store} would keep a file; nothing is kept.
     *
     * @param content read to its end and closed
     * @throws dev.waxwing.domain.shared.BlogException.Invalid where {@link #store} throws it
     */
    MediaAddress examine(InputStream content);

    Optional<StoredMedia> find(MediaAddress address);

    /** Takes a file, and what was made from it, off the disk; does nothing if it is not there. */
    void remove(MediaAddress address);

    /** A picture at a smaller width, made when it is first asked for; the picture itself where that serves no better. */
    Optional<StoredMedia> find(Rendition rendition);
}
