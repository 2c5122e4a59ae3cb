package dev.waxwing.application.site;

import dev.waxwing.domain.site.Site;

/** Port: what the blog says of itself at the moment. */
@FunctionalInterface
public interface SiteSettings {
    Site current();

    /** To be called when the settings may have changed, by whoever follows the changes; the next answer is the new one. */
    default void refresh() {}
}
