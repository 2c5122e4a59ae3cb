/** The library of files, for those who write. */
@NullMarked
package dev.waxwing.adapter.web.library;

import org.jspecify.annotations.NullMarked;
