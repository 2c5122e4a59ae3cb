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
}
