package dev.waxwing.application.author;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.Slug;

/**
 * An author as readers see one.
 *
 * @param posts how many published articles carry the name
 * @param version to be named with the next change
 */
public record AuthorView(AuthorId id, Slug handle, Profile profile, long posts, long version) {}
