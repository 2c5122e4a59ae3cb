package dev.waxwing.adapter.jdbi;

import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders of a blog. Some of what lies in them only a blog that has tables can have left there, so a database without
 * tables beside it is the wrong one, or was lost.
 *
 * @param data holds the search index, backups and what else a server keeps
 * @param media holds the files of the blog
 */
public record BlogFolders(Path data, Path media) {
    /** In the data folder from the beginning of a restoring to its end. */
    public static final String RESTORING = ".restoring";

    private static final Pattern LEFT = Pattern.compile("blog\\.schema-\\d{3,9}\\.mv\\.db|most-read\\.txt");

    private static final Pattern BACKUP = Pattern.compile("blog-.*\\.zip");

    /** With the media in the data folder. */
    public static BlogFolders in(Path data) {
        return new BlogFolders(data, data.resolve("media"));
    }

    /** Whether a blog has been there. */
    public boolean holdTraces() {
        return areBeingRestored() || traces().findAny().isPresent();
    }

    /** Whether a restoring has begun and not ended, so that what lies there is no blog yet, and may be replaced. */
    public boolean areBeingRestored() {
        return Files.exists(data.resolve(RESTORING));
    }

    /**
     * Refuses to begin a blog where another one has been.
     *
     * @param database what is empty, as the beginning of a sentence
     * @throws BlogException.Unavailable naming what it has left
     */
    void requireNew(String database) {
        if (areBeingRestored()) {
            throw beingRestored("'%s'".formatted(data));
        }
        List<Path> left = traces().toList();
        if (!left.isEmpty()) {
            throw new BlogException.Unavailable(
                    "%s, though a blog has left %s; restore a backup, or move that away to begin anew"
                            .formatted(
                                    database,
                                    left.stream().map(path -> "'" + path + "'").collect(Collectors.joining(", "))),
                    new IllegalStateException("No tables"));
        }
    }

    /** @param place a folder or a database, as a sentence calls it */
    static BlogException.Unavailable beingRestored(String place) {
        return new BlogException.Unavailable(
                "A restore into %s has begun and not ended; wait for it, or run it again if it was interrupted"
                        .formatted(place),
                new IllegalStateException("Being restored"));
    }

    private Stream<Path> traces() {
        return Stream.of(
                        Stream.of(media, data.resolve("search")).filter(BlogFolders::hasFiles),
                        Stream.of(data.resolve("backups"))
                                .filter(backups ->
                                        named(BACKUP, backups).findAny().isPresent()),
                        named(LEFT, data))
                .flatMap(left -> left);
    }

    private static Stream<Path> named(Pattern name, Path folder) {
        return list(folder).stream()
                .filter(file -> name.matcher(file.getFileName().toString()).matches());
    }

    /** What an interrupted upload left behind, in a folder whose name begins with a dot, does not count. */
    private static boolean hasFiles(Path folder) {
        return list(folder).stream()
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .anyMatch(file -> Files.isRegularFile(file) || hasFiles(file));
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new BlogException.Unavailable("The folder '%s' cannot be read".formatted(folder), e);
        }
    }
}
