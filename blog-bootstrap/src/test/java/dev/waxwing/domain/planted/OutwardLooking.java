package dev.waxwing.domain.planted;

import dev.waxwing.application.post.PublishPost;

/** The domain knows what is done with it. */
public final class OutwardLooking {
    PublishPost outward;
}
