package dev.waxwing.application.post;

import dev.waxwing.domain.post.PostId;
import java.time.Instant;

/** The place of a post among the published ones, newest first; posts of one instant are ordered by their identity. */
public record PostCursor(Instant publishedAt, PostId post) {}
