package dev.waxwing.bootstrap;

import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where a command asks the server that has the blog open for a file: by another one in the data folder, so that nobody can
 * ask who could not read the blog anyway. {@code ID.wanted} becomes {@code ID.taken}, and then {@code ID.made} or
 * {@code ID.refused}, which says why.
 */
final class Requests {
    private static final String WANTED = ".wanted";
    private static final String TAKEN = ".taken";
    private static final String MADE = ".made";
    private static final String REFUSED = ".refused";
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final long PAUSE_MILLISECONDS = 100;

    private final Path folder;

    private Requests(Path folder) {
        this.folder = folder;
    }

    static Requests forBackups(Path data) {
        return new Requests(data.resolve("backups").resolve("requests"));
    }

    /** How the blog stands is answered at once, also while a backup is made. */
    static Requests forStatus(Path data) {
        return new Requests(data.resolve("requests"));
    }

    /**
     * Asks for a file and waits for it.
     *
     * @param untilTaken how long to wait for somebody who is there to make it
     * @return the file, which is the caller's from now on; nothing if nobody is there to make it
     * @throws Refusal if it was not made, with the server's words
     */
    Optional<Path> ask(Duration untilTaken) {
        String id = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            Path wanted = Files.createFile(folder.resolve(id + WANTED));
            Instant patience = Instant.now().plus(untilTaken);
            while (Files.exists(wanted)) {
                if (Instant.now().isAfter(patience) && Files.deleteIfExists(wanted)) {
                    return Optional.empty();
                }
                pause();
            }
            return Optional.of(answer(id));
        } catch (IOException e) {
            throw new Refusal("The server cannot be asked: " + e.getMessage(), e);
        }
    }

    private Path answer(String id) throws IOException {
        Path made = folder.resolve(id + MADE);
        Path refused = folder.resolve(id + REFUSED);
        while (!Files.exists(made)) {
            if (Files.exists(refused)) {
                String why = Files.readString(refused);
                Files.delete(refused);
                throw new Refusal(why);
            }
            pause();
        }
        return made;
    }

    /** Says that somebody serves from now on. */
    void begin() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BlogException.Unavailable("Commands cannot ask the server: " + e.getMessage(), e);
        }
    }

    /** Whether there is a server, or was one that had no time to clear up. */
    boolean mayBeServed() {
        return Files.isDirectory(folder);
    }

    /** Says that nobody serves any more, unless somebody waits. */
    void end() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException stillAsked) {
            // whoever asks loses patience
        }
    }

    /** Makes what was asked for since the last time, one after the other. */
    void serve(Consumer<Path> make) {
        try {
            for (Path request : requests()) {
                String name = request.getFileName().toString();
                if (name.endsWith(WANTED)) {
                    serve(name.substring(0, name.length() - WANTED.length()), make);
                } else if (isForgotten(request)) {
                    Files.deleteIfExists(request);
                }
            }
        } catch (IOException e) {
            throw new BlogException.Unavailable("The requests of commands cannot be read", e);
        }
    }

    private void serve(String id, Consumer<Path> make) throws IOException {
        Path taken = folder.resolve(id + TAKEN);
        try {
            Files.move(folder.resolve(id + WANTED), taken, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return; // whoever asked has lost patience
        }
        try {
            make.accept(folder.resolve(id + MADE));
        } catch (BlogException e) {
            Path draft = Files.writeString(folder.resolve(id + ".part"), String.valueOf(e.getMessage()));
            Files.move(draft, folder.resolve(id + REFUSED), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(taken);
        }
    }

    private List<Path> requests() throws IOException {
        Files.createDirectories(folder); // the server's own, so that it may rename what is put there
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean isForgotten(Path file) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(FORGOTTEN));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while the server made it", e);
        }
    }
}
