/** Pictures, opened and made fit for readers. */
@NullMarked
package dev.waxwing.adapter.image;

import org.jspecify.annotations.NullMarked;
