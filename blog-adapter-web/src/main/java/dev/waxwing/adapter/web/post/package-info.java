/** The front page and the pages of posts. */
@NullMarked
package dev.waxwing.adapter.web.post;

import org.jspecify.annotations.NullMarked;
