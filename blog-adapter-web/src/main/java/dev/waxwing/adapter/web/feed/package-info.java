/** The feeds: Atom, RSS and JSON Feed, for the site, for each tag and for each author. */
@NullMarked
package dev.waxwing.adapter.web.feed;

import org.jspecify.annotations.NullMarked;
