/** Secrets: what is made by chance, and what is kept of passwords. */
@NullMarked
package dev.waxwing.adapter.secret;

import org.jspecify.annotations.NullMarked;
