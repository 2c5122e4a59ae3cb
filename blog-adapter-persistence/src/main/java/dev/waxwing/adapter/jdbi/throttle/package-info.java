/** What has been done often, in a table. */
@NullMarked
package dev.waxwing.adapter.jdbi.throttle;

import org.jspecify.annotations.NullMarked;
