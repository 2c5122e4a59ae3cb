/** Finding published posts by words. */
@NullMarked
package dev.waxwing.application.search;

import org.jspecify.annotations.NullMarked;
