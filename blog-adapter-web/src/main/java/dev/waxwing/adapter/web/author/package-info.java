/** The pages of authors. */
@NullMarked
package dev.waxwing.adapter.web.author;

import org.jspecify.annotations.NullMarked;
