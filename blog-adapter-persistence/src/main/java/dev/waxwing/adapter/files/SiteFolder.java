package dev.waxwing.adapter.files;

import dev.waxwing.domain.shared.BlogException;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that holds a site as files and is brought up to date again and again. It remembers what it wrote: what is as it
 * was is not written again, what is not named any more goes, and what others put there stays as it is.
 *
 * <p>A file that changes is replaced at one stroke, so the folder may be served meanwhile. After an interruption the next
 * time goes on.
 */
public final class SiteFolder implements Closeable {
    /** The folder inside, with what is about the site and not of it. */
    public static final String ABOUT = ".waxwing";

    private static final String NAMES = "files";

    private final Path folder;
    private final Path about;
    private final Set<String> before;
    private final Set<String> interrupted;
    private final BufferedWriter names;
    private final BufferedWriter begun;
    private long written;

    /** How many files were written, and how many went. */
    public record Outcome(long written, long removed) {}

    private SiteFolder(Path folder) throws IOException {
        this.folder = folder;
        about = folder.resolve(ABOUT);
        interrupted = Set.copyOf(lines(begun(about)));
        before = new HashSet<>(interrupted);
        before.addAll(lines(about.resolve(NAMES)));
        names = Files.newBufferedWriter(about.resolve(NAMES + ".unfinished"));
        begun = Files.newBufferedWriter(begun(about), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Makes the folder if there is none.
     *
     * @throws BlogException.Conflict if it holds something else than a site
     * @throws BlogException.Unavailable if it cannot be written
     */
    public static SiteFolder open(Path place) {
        Path folder = place.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            requireOurs(folder);
            Files.createDirectories(folder.resolve(ABOUT));
            return new SiteFolder(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static void requireOurs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (!Files.isDirectory(folder.resolve(ABOUT)) && files.findAny().isPresent()) {
                throw new BlogException.Conflict(
                        "%s is not empty and holds no exported site; choose another folder".formatted(folder));
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Names what was written since all names were, so that it is known as ours after an interruption. */
    private static Path begun(Path about) {
        return about.resolve("begun");
    }

    /**
     * Lets a file stay whose content never changes.
     *
     * @return whether it is there
     */
    public boolean keep(String name) {
        boolean whole = before.contains(name) && !interrupted.contains(name) && Files.exists(place(name));
        if (whole) {
            note(name);
        }
        return whole;
    }

    /**
     * @param name in the folder, with slashes
     * @throws BlogException.Conflict if there is a file of that name that was not written here
     */
    public void put(String name, byte[] content) {
        if (!before.contains(name) || !holds(place(name), content)) {
            write(name, content);
        }
        note(name);
    }

    private static boolean holds(Path place, byte[] content) {
        try {
            return Files.size(place) == content.length && Arrays.equals(Files.readAllBytes(place), content);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    private void write(String name, byte[] content) {
        Path place = place(name);
        if (!before.contains(name) && Files.exists(place)) {
            throw new BlogException.Conflict(
                    "%s is in the way and was not written by an export; move it elsewhere".formatted(place));
        }
        try {
            begun.write(name + "\n");
            begun.flush();
            Path unfinished = Files.write(about.resolve("unfinished"), content);
            Path parent = place.getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                Files.createDirectories(parent);
            }
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            written++;
        } catch (IOException e) {
            throw unwritable(place, e);
        }
    }

    private void note(String name) {
        try {
            names.write(name + "\n");
            before.remove(name);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Removes what was here before and was not put or kept this time. */
    public Outcome finish() {
        long removed = before.stream().filter(this::remove).count();
        try {
            close();
            Files.move(
                    about.resolve(NAMES + ".unfinished"),
                    about.resolve(NAMES),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.delete(begun(about));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        return new Outcome(written, removed);
    }

    private boolean remove(String name) {
        Path file = place(name);
        try {
            boolean removed = Files.deleteIfExists(file);
            Path parent = file.getParent();
            while (parent != null && !parent.equals(folder)) {
                Files.deleteIfExists(parent);
                parent = parent.getParent();
            }
            return removed;
        } catch (DirectoryNotEmptyException others) {
            return true;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private Path place(String name) {
        try {
            Path place = folder.resolve(name).normalize();
            if (!place.startsWith(folder) || place.equals(folder)) {
                throw new BlogException.Invalid("name", "'%s' is no name of a file inside".formatted(name));
            }
            return place;
        } catch (InvalidPathException e) {
            throw new BlogException.Unavailable(
                    "This system cannot name a file '%s'; set LC_ALL to a language in UTF-8, such as C.UTF-8"
                            .formatted(name),
                    e);
        }
    }

    private static BlogException.Unavailable unwritable(Path place, IOException e) {
        String reason = e instanceof NoSuchFileException ? "there is no such folder" : e.getMessage();
        return new BlogException.Unavailable("%s cannot be written: %s".formatted(place, reason), e);
    }

    private static BlogException.Unavailable unreadable(Path place, IOException e) {
        return new BlogException.Unavailable("%s cannot be read: %s".formatted(place, e.getMessage()), e);
    }

    @Override
    public void close() throws IOException {
        names.close();
        begun.close();
    }
}
