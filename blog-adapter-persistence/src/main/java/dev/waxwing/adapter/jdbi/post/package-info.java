/** Posts in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.post;

import org.jspecify.annotations.NullMarked;
