package dev.waxwing.domain.site;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Text;
import dev.waxwing.domain.shared.WebAddress;
import java.time.ZoneId;

/**
 * What the blog says of itself.
 *
 * @param title 1 to 100 characters on one line
 * @param tagline at most 300 characters, may be empty
 * @param address where readers find it, without a slash at the end
 * @param zone in which its dates are meant and shown
 * @param postsPerPage 1 to 100
 */
public record Site(
        String title, String tagline, WebAddress address, LanguageTag language, ZoneId zone, int postsPerPage) {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TAGLINE = 300;
    private static final int MOST_POSTS_PER_PAGE = 100;

    /** @throws BlogException.Invalid if a part breaks its rule */
    public Site {
        title = Text.line("title", title, LONGEST_TITLE);
        tagline = Text.lines("tagline", tagline, LONGEST_TAGLINE).replace('\n', ' ');
        address = withoutSlash(address);
        if (postsPerPage < 1 || postsPerPage > MOST_POSTS_PER_PAGE) {
            throw new BlogException.Invalid(
                    "postsPerPage", "A page shows 1 to %d posts, not %d".formatted(MOST_POSTS_PER_PAGE, postsPerPage));
        }
    }

    private static WebAddress withoutSlash(WebAddress address) {
        if (address.uri().getRawQuery() != null || address.uri().getRawFragment() != null) {
            throw new BlogException.Invalid(
                    "address", "'%s' has a ? or a #; the address of a site ends before them".formatted(address));
        }
        return new WebAddress(address.value().replaceAll("/+$", ""));
    }

    /** The absolute address of a path of this site, which must start with a slash and be percent-encoded. */
    public String absolute(String path) {
        return address.value() + path;
    }
}
