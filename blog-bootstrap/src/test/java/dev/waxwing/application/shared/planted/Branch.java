package dev.waxwing.application.shared.planted;

import dev.waxwing.application.post.PublishPost;

/** Shared by all features, and knows one of them. */
public final class Branch {
    PublishPost feature;
}
