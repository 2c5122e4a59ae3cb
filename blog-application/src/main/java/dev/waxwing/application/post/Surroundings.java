package dev.waxwing.application.post;

import java.util.List;
import java.util.Optional;

/**
 * What leads on from an article.
 *
 * @param older the next older article
 * @param newer the next newer one
 * @param related articles that share tags with it, the most shared first
 */
public record Surroundings(Optional<PostSummary> older, Optional<PostSummary> newer, List<PostSummary> related) {
    public static final Surroundings NONE = new Surroundings(Optional.empty(), Optional.empty(), List.of());

    public Surroundings {
        related = List.copyOf(related);
    }
}
