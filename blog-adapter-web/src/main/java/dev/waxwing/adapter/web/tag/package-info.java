/** The pages of tags. */
@NullMarked
package dev.waxwing.adapter.web.tag;

import org.jspecify.annotations.NullMarked;
