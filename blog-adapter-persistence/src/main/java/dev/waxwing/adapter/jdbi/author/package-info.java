/** Authors in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.author;

import org.jspecify.annotations.NullMarked;
