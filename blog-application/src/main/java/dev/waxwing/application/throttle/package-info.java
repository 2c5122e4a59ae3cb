/** What may be done so often and not oftener. */
@NullMarked
package dev.waxwing.application.throttle;

import org.jspecify.annotations.NullMarked;
