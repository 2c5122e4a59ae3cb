/** What all pages and files of the site have in common. Uses no feature. */
@NullMarked
package dev.waxwing.adapter.web.shared;

import org.jspecify.annotations.NullMarked;
