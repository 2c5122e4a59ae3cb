package dev.waxwing.application.shared;

import dev.waxwing.domain.shared.BlogException;

/** Port: the room that is left on the disk that keeps the blog. */
@FunctionalInterface
public interface FreeSpace {
    /** For what has no disk, or whose disk is somebody else's business. */
    FreeSpace PLENTY = () -> Long.MAX_VALUE;

    /** How many bytes are left free, 32 MiB, so that what has begun finds the room to end. */
    long RESERVE = 32L << 20;

    /** How many bytes can still be written, those of the reserve among them. */
    long bytes();

    /** @throws BlogException.Full if no more than the reserve is left */
    default void require() {
        if (bytes() < RESERVE) {
            throw new BlogException.Full(
                    "The disk of the blog is full, so nothing can be saved until there is room again");
        }
    }
}
