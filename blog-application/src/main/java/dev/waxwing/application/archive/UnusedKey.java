package dev.waxwing.application.archive;

import java.util.List;

/**
 * Something that headers of an archive say and that has no place in a post.
 *
 * @param name as it is written, a dot leading into a table
 * @param sources the files that say it, each once
 */
public record UnusedKey(String name, List<String> sources) {
    public UnusedKey {
        sources = List.copyOf(sources);
    }
}
