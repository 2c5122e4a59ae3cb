/** The posts by year. */
@NullMarked
package dev.waxwing.adapter.web.archive;

import org.jspecify.annotations.NullMarked;
