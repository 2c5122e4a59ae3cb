package dev.waxwing.application.tag;

import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;

/**
 * A tag as readers see it.
 *
 * @param posts how many published articles are under it
 */
public record TagView(TagId id, TagName name, Slug slug, String description, long posts) {}
