package dev.waxwing.domain.site;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Text;

/**
 * The picture that stands in the place of the blog's title at the head of each page.
 *
 * @param alt what it says, for those who do not see it; at most 200 characters, empty if that is the title of the blog
 */
public record Logo(MediaAddress picture, String alt) {
    private static final int LONGEST_ALT = 200;

    /** @throws BlogException.Invalid if the file is no picture or the description is too long */
    public Logo {
        alt = Text.lines("logoAlt", alt, LONGEST_ALT).replace('\n', ' ');
        if (picture.size().isEmpty()) {
            throw new BlogException.Invalid("logo", "'%s' is not a picture".formatted(picture));
        }
    }
}
