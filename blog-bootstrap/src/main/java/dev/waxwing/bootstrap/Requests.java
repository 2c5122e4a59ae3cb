package dev.waxwing.bootstrap;

import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a command asks the server that has the blog open for a file: by another one in the data folder, so that nobody can
 * ask who could not read the blog anyway. {@code ID.wanted} becomes {@code ID.taken}, and then {@code ID.made} or
 * {@code ID.refused}, which says why.
 */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final String WANTED = ".wanted";
    private static final String TAKEN = ".taken";
    private static final String MADE = ".made";
    private static final String REFUSED = ".refused";
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final long PAUSE_MILLISECONDS = 100;

    /** Longer than the busiest server takes to look at itself. */
    private static final Duration FOR_STATUS = Duration.ofSeconds(30);

    private final Path folder;
    private final Duration patience;

    private Requests(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** A backup takes as long as it takes, as long as its request is not forgotten. */
    static Requests forBackups(Path data) {
        return new Requests(data.resolve("backups").resolve("requests"), FORGOTTEN);
    }

    /** How the blog stands is answered at once, also while a backup is made. */
    static Requests forStatus(Path data) {
        return new Requests(data.resolve("requests"), FOR_STATUS);
    }

    /**
     * Asks for a file and waits for it.
     *
     * @param untilTaken how long to wait for somebody who is there to make it
     * @return the file, which is the caller's from now on; nothing if nobody is there to make it
     * @throws Refusal if it was not made, with the server's words, or if it gave no answer
     */
    Optional<Path> ask(Duration untilTaken) {
        String id = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            Path wanted = Files.createFile(folder.resolve(id + WANTED));
            Instant deadline = Instant.now().plus(untilTaken);
            while (Files.exists(wanted)) {
                if (Instant.now().isAfter(deadline) && Files.deleteIfExists(wanted)) {
                    return Optional.empty();
                }
                pause();
            }
            return Optional.of(answer(id));
        } catch (IOException e) {
            throw new Refusal("The server cannot be asked: " + e.getMessage(), e);
        }
    }

    /** The server lets go of the request last, whatever became of it; one that was killed never does. */
    private Path answer(String id) throws IOException {
        Path taken = folder.resolve(id + TAKEN);
        Instant deadline = Instant.now().plus(patience);
        while (Files.exists(taken) && Instant.now().isBefore(deadline)) {
            pause();
        }
        Path refused = folder.resolve(id + REFUSED);
        if (Files.exists(refused)) {
            String why = Files.readString(refused);
            Files.delete(refused);
            throw new Refusal(why);
        }
        Path made = folder.resolve(id + MADE);
        if (!Files.exists(made)) {
            throw new Refusal("The server gave no answer; look at its log, and whether it still runs");
        }
        return made;
    }

    /** Says that somebody serves from now on. What a server had taken that is no more, nobody will make. */
    void begin() {
        try {
            for (Path request : requests()) {
                if (request.getFileName().toString().endsWith(TAKEN)) {
                    Files.deleteIfExists(request);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Commands cannot ask the server for now: {}", e.getMessage());
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
            refuse(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            refuse(id, "The server failed at it; its log says why");
            throw e;
        } finally {
            Files.deleteIfExists(taken);
        }
    }

    private void refuse(String id, String why) throws IOException {
        WholeFile.write(folder.resolve(id + REFUSED), why);
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
