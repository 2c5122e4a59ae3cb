/** The files that posts show. */
@NullMarked
package dev.waxwing.adapter.web.media;

import org.jspecify.annotations.NullMarked;
