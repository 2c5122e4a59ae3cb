package dev.waxwing.application.tag.planted;

import dev.waxwing.application.post.planted.There;

/** And comes back. */
public final class BackAgain {
    There from;
}
