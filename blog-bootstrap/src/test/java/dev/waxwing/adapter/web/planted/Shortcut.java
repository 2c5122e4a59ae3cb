package dev.waxwing.adapter.web.planted;

import dev.waxwing.application.post.PostRepository;
import jakarta.inject.Inject;

/** Reads where writers read, and has it put into a field. */
public final class Shortcut {
    @Inject
    PostRepository posts;
}
