/** What every feature of the storage needs: the door to the database, units of work, refusals. */
@NullMarked
package dev.waxwing.adapter.jdbi.shared;

import org.jspecify.annotations.NullMarked;
