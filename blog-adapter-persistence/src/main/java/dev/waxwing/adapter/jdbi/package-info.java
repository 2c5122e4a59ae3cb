/** The blog in a relational database, H2 or PostgreSQL; put together by {@link dev.waxwing.adapter.jdbi.JdbiPersistence}. */
@NullMarked
package dev.waxwing.adapter.jdbi;

import org.jspecify.annotations.NullMarked;
