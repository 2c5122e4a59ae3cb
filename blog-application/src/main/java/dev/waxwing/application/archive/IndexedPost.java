package dev.waxwing.application.archive;

import dev.waxwing.domain.shared.Slug;
import java.util.Optional;

/**
 * A post of an archive before its text is read.
 *
 * @param source the path of its file
 * @param wished the address it asks for
 * @param otherwise what to try before a number is added to the wished address, such as one with the language in it
 * @param stem the same for files that are one text in several languages, and for no others
 */
public record IndexedPost(String source, Slug wished, Optional<Slug> otherwise, String stem) {}
