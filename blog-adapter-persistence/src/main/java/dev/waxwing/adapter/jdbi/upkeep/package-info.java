/** Duties that nodes share, in a table. */
@NullMarked
package dev.waxwing.adapter.jdbi.upkeep;

import org.jspecify.annotations.NullMarked;
