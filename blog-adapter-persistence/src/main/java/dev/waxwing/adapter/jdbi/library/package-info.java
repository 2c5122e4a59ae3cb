/** The library in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.library;

import org.jspecify.annotations.NullMarked;
