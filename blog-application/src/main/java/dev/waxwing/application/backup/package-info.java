/** Copies of the whole blog that prove themselves: written while it runs, verified, and restored into any database. */
@NullMarked
package dev.waxwing.application.backup;

import org.jspecify.annotations.NullMarked;
