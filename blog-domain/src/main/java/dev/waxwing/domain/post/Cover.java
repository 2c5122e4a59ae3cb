package dev.waxwing.domain.post;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;

/**
 * The picture that stands for a post.
 *
 * @param alt what it shows, for those who do not see it; at most 500 characters, empty if it only decorates
 */
public record Cover(MediaAddress picture, String alt) {
    private static final int LONGEST_ALT = 500;

    /** @throws BlogException.Invalid if the file is no picture or the description is too long */
    public Cover {
        alt = Text.lines("alt", alt, LONGEST_ALT).replace('\n', ' ');
        if (picture.size().isEmpty()) {
            throw new BlogException.Invalid("cover", "'%s' is not a picture".formatted(picture));
        }
    }
}
