package dev.waxwing.application.tag;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import java.util.Optional;

/** Port: the tags as aggregates. Saving and removing also append the pending events to the change feed. */
public interface TagRepository {
    Optional<Tag> find(TagId id);

    Optional<Tag> find(Slug slug);

    /** @throws BlogException.NotFound if there is none */
    default Tag get(TagId id) {
        return find(id).orElseThrow(() -> new BlogException.NotFound("tag", id));
    }

    /** @throws BlogException.Conflict if it was changed by someone else since it was loaded, or its slug is taken */
    void save(Tag tag);

    /** @throws BlogException.Conflict if posts are still under it */
    void remove(Tag tag);
}
