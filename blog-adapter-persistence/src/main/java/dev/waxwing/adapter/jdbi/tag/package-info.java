/** Tags in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.tag;

import org.jspecify.annotations.NullMarked;
