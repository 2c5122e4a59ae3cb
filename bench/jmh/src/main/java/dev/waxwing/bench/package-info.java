/** What single parts of Waxwing cost, beside their peers. */
@NullMarked
package dev.waxwing.bench;

import org.jspecify.annotations.NullMarked;
