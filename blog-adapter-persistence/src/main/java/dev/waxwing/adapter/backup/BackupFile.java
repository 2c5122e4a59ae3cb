package dev.waxwing.adapter.backup;

import dev.waxwing.application.backup.BackupTarget;
import dev.waxwing.application.backup.BackupWriter;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/** The places where backups are written: one ZIP file, or a folder with the same entries. */
public final class BackupFile {
    private BackupFile() {}

    /** A file that does not exist yet. */
    public static BackupTarget zip(Path file) {
        return () -> {
            requireFree(file);
            return begin(file, ZipContainer::new);
        };
    }

    /** A folder that does not exist yet, or is empty. */
    public static BackupTarget folder(Path folder) {
        return () -> {
            requireEmpty(folder);
            return begin(folder, FolderContainer::new);
        };
    }

    /** @throws BlogException.Conflict if it is a file, or a folder with something in it */
    static void requireEmpty(Path folder) {
        requireNothingAt(folder, isFilled(folder));
    }

    /** @throws BlogException.Conflict if something is there already */
    public static void requireFree(Path file) {
        requireNothingAt(file, Files.exists(file));
    }

    /**
     * Moves a finished file to its place, which may be on another disk; nothing is seen there before it is whole.
     *
     * @throws BlogException.Unavailable if it cannot be moved there
     */
    public static void move(Path finished, Path place) {
        Path target = place.toAbsolutePath();
        Path unfinished = target.resolveSibling(".%s.%s.part".formatted(place.getFileName(), UUID.randomUUID()));
        try (InputStream in = Files.newInputStream(finished);
                FileChannel out = OwnedFiles.create(unfinished)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
            OwnedFiles.moveIntoPlace(unfinished, target);
            Files.delete(finished);
        } catch (IOException e) {
            throw new BlogException.Unavailable("%s cannot be written: %s".formatted(place, Reasons.of(e)), e);
        }
    }

    private interface Opening {
        Container at(Path place) throws IOException;
    }

    private static BackupWriter begin(Path place, Opening opening) {
        try {
            return new EntryWriter(place, opening.at(place));
        } catch (IOException e) {
            throw new BlogException.Unavailable("%s cannot be written: %s".formatted(place, Reasons.of(e)), e);
        }
    }

    private static boolean isFilled(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new BlogException.Unavailable("%s cannot be read: %s".formatted(folder, Reasons.of(e)), e);
        }
    }

    private static void requireNothingAt(Path place, boolean taken) {
        if (taken) {
            throw new BlogException.Conflict("%s is there already; choose another name".formatted(place));
        }
    }
}
