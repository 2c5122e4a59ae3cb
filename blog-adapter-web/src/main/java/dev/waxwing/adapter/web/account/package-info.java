/** Signing in, and the pages of accounts. */
@NullMarked
package dev.waxwing.adapter.web.account;

import org.jspecify.annotations.NullMarked;
