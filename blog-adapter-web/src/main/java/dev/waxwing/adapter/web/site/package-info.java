/** What machines ask of the site: robots, sitemaps, health, and the files that pages are made up with. */
@NullMarked
package dev.waxwing.adapter.web.site;

import org.jspecify.annotations.NullMarked;
