/** All tables as plain rows, out of one database and into another. */
@NullMarked
package dev.waxwing.adapter.jdbi.backup;

import org.jspecify.annotations.NullMarked;
