package dev.waxwing.application.post.planted;

import dev.waxwing.application.tag.planted.BackAgain;

/** Goes to another package. */
public final class There {
    BackAgain and;
}
