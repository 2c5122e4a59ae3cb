/** The blog's files in folders. */
@NullMarked
package dev.waxwing.adapter.files;

import org.jspecify.annotations.NullMarked;
