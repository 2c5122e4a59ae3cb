/** Accounts and sessions in tables. */
@NullMarked
package dev.waxwing.adapter.jdbi.account;

import org.jspecify.annotations.NullMarked;
