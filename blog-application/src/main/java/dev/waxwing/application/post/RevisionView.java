package dev.waxwing.application.post;

import java.time.Instant;
import java.util.Optional;

/**
 * One revision in the history of a post.
 *
 * @param by the author's name, if one is known
 */
public record RevisionView(int number, String title, Optional<String> by, Instant at) {}
