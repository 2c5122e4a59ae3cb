/** Personal tokens in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.token;

import org.jspecify.annotations.NullMarked;
