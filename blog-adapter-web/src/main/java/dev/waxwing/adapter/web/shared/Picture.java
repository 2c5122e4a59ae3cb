package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.media.Rendition;
import dev.waxwing.domain.post.Cover;
import org.jspecify.annotations.Nullable;

/**
 * A picture with the room it needs, so that nothing moves when it arrives, and the widths it can be had at.
 *
 * @param srcset absent if it can be had at its own width alone
 */
public record Picture(
        String address,
        int width,
        int height,
        String alt,
        @Nullable String srcset) {
    private static final String COLUMN = "(min-width: 42rem) 40rem, 100vw";
    private static final String BESIDE = "(min-width: 30rem) 8.5rem, 100vw";

    public static Picture of(Cover cover) {
        return of(cover.picture(), cover.alt());
    }

    public static Picture of(MediaAddress address, String alt) {
        MediaAddress.Size size = address.size()
                .orElseThrow(() -> new IllegalArgumentException(address + " is the address of no picture"));
        String srcset = Rendition.srcset(address);
        return new Picture(address.value(), size.width(), size.height(), alt, srcset.isEmpty() ? null : srcset);
    }

    /** How wide it is shown in the column of text, for a browser to choose by. */
    public @Nullable String inColumn() {
        return shown(COLUMN);
    }

    /** The same beside the words of a list, or above them on narrow screens. */
    public @Nullable String beside() {
        return shown(BESIDE);
    }

    /** The same for a picture of this width, such as {@code 8.5rem}. */
    public @Nullable String shown(String width) {
        return srcset == null ? null : width;
    }
}
