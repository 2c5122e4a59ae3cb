package dev.waxwing.application.post;

import dev.waxwing.domain.post.PostId;
import java.time.Instant;

/** The place of a post among those that are written, the last edited first. */
public record DeskCursor(Instant editedAt, PostId post) {}
