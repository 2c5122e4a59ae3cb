package dev.waxwing.application.site;

import dev.waxwing.domain.site.Site;

/** Port: what the blog says of itself at the moment. */
@FunctionalInterface
public interface SiteSettings {
    Site current();
}
