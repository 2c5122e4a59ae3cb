/** The audit trail in a table. */
@NullMarked
package dev.waxwing.adapter.jdbi.audit;

import org.jspecify.annotations.NullMarked;
