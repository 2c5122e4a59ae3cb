/** The change feed in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.change;

import org.jspecify.annotations.NullMarked;
