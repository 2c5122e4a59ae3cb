package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Cover;

/** A picture with the room it needs, so that nothing moves when it arrives. */
public record Picture(String address, int width, int height, String alt) {
    public static Picture of(Cover cover) {
        return of(cover.picture(), cover.alt());
    }

    public static Picture of(MediaAddress address, String alt) {
        MediaAddress.Size size = address.size()
                .orElseThrow(() -> new IllegalArgumentException(address + " is the address of no picture"));
        return new Picture(address.value(), size.width(), size.height(), alt);
    }
}
