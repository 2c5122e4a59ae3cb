package dev.waxwing.application.backup;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself. It has no date: two backups of the same content are the same, byte for byte.
 *
 * @param program the version of the program that wrote it
 * @param schema the version of the tables
 * @param position the last change of the change feed that is in it
 * @param rows how many rows there are of each table
 * @param posts how many posts are in it as Markdown
 * @param media how many files that posts show; the damaged ones are among them, as they were found
 * @param losses which files were damaged or missing already when it was made
 */
public record BackupManifest(
        String program, int schema, long position, Map<String, Long> rows, long posts, long media, MediaLosses losses) {

    public BackupManifest {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }

    public BackupManifest withLosses(MediaLosses other) {
        return new BackupManifest(program, schema, position, rows, posts, media, other);
    }

    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
