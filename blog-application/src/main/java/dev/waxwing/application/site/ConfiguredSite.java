package dev.waxwing.application.site;

import dev.waxwing.domain.site.Site;

/** Port: where the blog is, and the settings with which a new one begins. */
@FunctionalInterface
public interface ConfiguredSite {
    Site site();
}
