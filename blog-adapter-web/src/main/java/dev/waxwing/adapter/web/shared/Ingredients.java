package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostSummary;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what the page is made from that the present thread makes. */
public final class Ingredients {

    /** One for each server, since a thread of one may ask another. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Set<PageKey>> noted = new ThreadLocal<>();

    public void begin() {
        noted.set(new LinkedHashSet<>());
    }

    /** What was noted since the beginning, which is over now. */
    public Set<PageKey> end() {
        Set<PageKey> keys = noted.get();
        noted.remove();
        return keys == null ? Set.of() : keys;
    }

    public void note(PageKey key) {
        Set<PageKey> keys = noted.get();
        if (keys != null) {
            keys.add(key);
        }
    }

    /** Notes a post as lists show it, with the names of its authors and tags. */
    public void note(PostSummary post) {
        note(PageKey.post(post.id()));
        post.authors().forEach(author -> note(PageKey.author(author.author())));
        post.tags().forEach(tag -> note(PageKey.tag(tag.tag())));
    }
}
