/** Pages that are kept as they are sent, and sent in front of everything else. */
@NullMarked
package dev.waxwing.adapter.web.finished;

import org.jspecify.annotations.NullMarked;
