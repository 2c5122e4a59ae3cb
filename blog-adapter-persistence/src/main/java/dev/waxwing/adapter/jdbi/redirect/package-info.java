/** Redirects in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.redirect;

import org.jspecify.annotations.NullMarked;
