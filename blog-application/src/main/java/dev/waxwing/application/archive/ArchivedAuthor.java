package dev.waxwing.application.archive;

import dev.waxwing.domain.shared.WebAddress;
import java.util.Optional;

/**
 * Somebody whom an archive names as author.
 *
 * @param name 1 to 100 characters
 * @param home where the author is found, if the archive says so
 */
public record ArchivedAuthor(String name, Optional<WebAddress> home) {}
