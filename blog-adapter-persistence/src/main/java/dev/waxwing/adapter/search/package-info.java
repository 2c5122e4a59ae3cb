/** Search by Lucene, in files of its own beside the database. */
@NullMarked
package dev.waxwing.adapter.search;

import org.jspecify.annotations.NullMarked;
