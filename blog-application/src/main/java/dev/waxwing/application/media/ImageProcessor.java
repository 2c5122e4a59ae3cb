package dev.waxwing.application.media;

import java.util.Optional;

/**
 * Port: makes pictures fit for readers. What it is given has passed the media store's checks of kind and size. Each call may
 * wait for others, since only few pictures are opened at a time.
 */
public interface ImageProcessor {

    /**
     * The picture as readers may be given it: upright, and without what cameras and programs note in it (Exif with the
     * place, XMP, comments). Its colours keep their meaning, and its pixels stay as they are unless it has to be turned.
     *
     * @throws dev.waxwing.domain.shared.BlogException.Invalid (field "media") if it is broken
     */
    byte[] clean(byte[] picture);

    /**
     * The picture at a smaller width in pixels, in its proportions and its own kind.
     *
     * @return empty where the picture itself serves better: it moves, has more pixels than can be handled, cannot be read, or
     *     would take as many bytes
     */
    Optional<byte[]> shrink(byte[] picture, int width);
}
