package dev.waxwing.domain.site;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import java.time.ZoneId;

/**
 * The blog as readers find it: what it says of itself, and where it is.
 *
 * @param address without a slash at the end
 */
public record Site(Settings settings, WebAddress address) {

    /** @throws BlogException.Invalid if the address has a query or a fragment */
    public Site {
        address = withoutSlash(address);
    }

    /**
     * A site of which no more is said; the rest is as it comes.
     *
     * @throws BlogException.Invalid if a part breaks its rule
     */
    public static Site of(
            String title, String tagline, WebAddress address, LanguageTag language, ZoneId zone, int postsPerPage) {
        return new Site(Settings.of(title, tagline, language, zone, postsPerPage), address);
    }

    private static WebAddress withoutSlash(WebAddress address) {
        if (address.uri().getRawQuery() != null || address.uri().getRawFragment() != null) {
            throw new BlogException.Invalid(
                    "address", "'%s' has a ? or a #; the address of a site ends before them".formatted(address));
        }
        return new WebAddress(address.value().replaceAll("/+$", ""));
    }

    /** The same place with other settings. */
    public Site with(Settings other) {
        return new Site(other, address);
    }

    public String title() {
        return settings.title();
    }

    public String tagline() {
        return settings.tagline();
    }

    public LanguageTag language() {
        return settings.language();
    }

    public ZoneId zone() {
        return settings.zone();
    }

    public int postsPerPage() {
        return settings.postsPerPage();
    }

    /** Whether search engines may read the blog and list it. */
    public boolean isListed() {
        return settings.searchEngines() == Settings.SearchEngines.INVITED;
    }

    /** The absolute address of a path of this site, which must start with a slash and be percent-encoded. */
    public String absolute(String path) {
        return address.value() + path;
    }
}
