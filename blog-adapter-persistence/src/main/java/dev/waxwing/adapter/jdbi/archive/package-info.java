/** What files of former blogs became, in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.archive;

import org.jspecify.annotations.NullMarked;
