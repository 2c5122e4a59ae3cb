package dev.waxwing.application.planted;

import dev.waxwing.domain.post.Post;
import java.util.List;

/** A view through which the model escapes. */
public record PlantedView(List<Post> posts) {}
