package dev.waxwing.application.site;

import dev.waxwing.domain.media.MediaAddress;

/** Port: which pictures the blog can have on every page. */
@FunctionalInterface
public interface Pictures {
    boolean has(MediaAddress picture);
}
