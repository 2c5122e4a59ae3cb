package dev.waxwing.application.tag;

import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Optional;

/** Port: read-only questions about tags. */
public interface TagQueries {
    Optional<TagView> find(Slug slug);

    /** All tags that readers find articles under, by name. */
    List<TagView> inUse();

    /** All tags, by name; those without articles are among them. */
    List<TagView> all();

    /** Some of all tags in the order of their slugs: those behind one, which need not be there, or the first ones. */
    List<TagView> bySlug(Optional<Slug> after, int limit);
}
