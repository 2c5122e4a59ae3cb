/** Personal tokens of programs. */
@NullMarked
package dev.waxwing.adapter.web.token;

import org.jspecify.annotations.NullMarked;
