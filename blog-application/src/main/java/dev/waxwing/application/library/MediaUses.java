package dev.waxwing.application.library;

import java.util.List;

/**
 * The posts that show a file, as far as somebody may know of them.
 *
 * @param named by title
 * @param others how many more there are
 */
public record MediaUses(List<MediaUse> named, int others) {
    public MediaUses {
        named = List.copyOf(named);
    }

    public boolean isEmpty() {
        return named.isEmpty() && others == 0;
    }
}
