package dev.waxwing.application.post;

import dev.waxwing.domain.post.Body;
import java.util.List;

/**
 * A rendered text and what is to be said of it.
 *
 * @param removed what was left out because it is not safe to show, such as {@code script} or {@code attribute onclick}
 * @param links every address that the text links to or shows, in order
 */
public record Rendering(Body body, List<String> removed, List<String> links) {
    public Rendering {
        removed = List.copyOf(removed);
        links = List.copyOf(links);
    }
}
