/** The settings in a row of their own. */
@NullMarked
package dev.waxwing.adapter.jdbi.site;

import org.jspecify.annotations.NullMarked;
