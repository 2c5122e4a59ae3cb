/** The search page. */
@NullMarked
package dev.waxwing.adapter.web.search;

import org.jspecify.annotations.NullMarked;
