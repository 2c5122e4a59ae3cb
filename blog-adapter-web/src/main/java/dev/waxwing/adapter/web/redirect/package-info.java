/** Addresses at which nothing stands any more. */
@NullMarked
package dev.waxwing.adapter.web.redirect;

import org.jspecify.annotations.NullMarked;
