package dev.waxwing.application.tag;

import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;

/**
 * A tag as readers see it.
 *
 * @param posts how many published articles are under it
 * @param version to be named with the next change
 */
public record TagView(TagId id, TagName name, Slug slug, String description, long posts, long version) {}
