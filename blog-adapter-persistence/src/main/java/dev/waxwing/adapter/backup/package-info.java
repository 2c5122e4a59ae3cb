/**
 * Backups as files: JSON Lines, Markdown, media and their checksums, packed into one ZIP file or lying in a folder. Both
 * have the same entries with the same bytes.
 */
@NullMarked
package dev.waxwing.adapter.backup;

import org.jspecify.annotations.NullMarked;
