package dev.waxwing.application.library;

import java.util.List;
import java.util.Optional;

/**
 * What shows a file, as far as somebody may know of them.
 *
 * @param named by title
 * @param others how many more there are
 * @param elsewhere what it is beside the posts, in words such as {@code the picture of Ada}
 */
public record MediaUses(List<MediaUse> named, int others, Optional<String> elsewhere) {
    public MediaUses {
        named = List.copyOf(named);
    }

    public boolean isEmpty() {
        return named.isEmpty() && others == 0 && elsewhere.isEmpty();
    }
}
