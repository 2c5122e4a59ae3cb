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
 * Where a command asks the server that has the database open for a backup: by a file in the data folder, so that nobody can
 * ask who could not read the blog anyway. {@code ID.wanted} becomes {@code ID.taken}, and then {@code ID.zip} or
 * {@code ID.refused}, which says why.
 */
final class BackupRequests {
    private static final String WANTED = ".wanted";
    private static final String TAKEN = ".taken";
    private static final String MADE = ".zip";
    private static final String REFUSED = ".refused";
    private static final Duration UNTIL_TAKEN = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final long PAUSE_MILLISECONDS = 100;

    private final Path folder;

    BackupRequests(Path data) {
        this.folder = data.resolve("backups").resolve("requests");
    }

    /**
     * Asks for a backup and waits for it.
     *
     * @return the file, which is the caller's from now on; nothing if nobody is there to make it
     * @throws Refusal if it was not made, with the server's words
     */
    Optional<Path> ask() {
        String id = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            Path wanted = Files.createFile(folder.resolve(id + WANTED));
            Instant patience = Instant.now().plus(UNTIL_TAKEN);
            while (Files.exists(wanted)) {
                if (Instant.now().isAfter(patience) && Files.deleteIfExists(wanted)) {
                    return Optional.empty();
                }
                pause();
            }
            return Optional.of(answer(id));
        } catch (IOException e) {
            throw new Refusal("The server cannot be asked for a backup: " + e.getMessage(), e);
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

    /** Makes what was asked for since the last time, one after the other. */
    void serve(Consumer<Path> backUp) {
        try {
            for (Path request : requests()) {
                String name = request.getFileName().toString();
                if (name.endsWith(WANTED)) {
                    serve(name.substring(0, name.length() - WANTED.length()), backUp);
                } else if (isForgotten(request)) {
                    Files.deleteIfExists(request);
                }
            }
        } catch (IOException e) {
            throw new BlogException.Unavailable("The requests for backups cannot be read", e);
        }
    }

    private void serve(String id, Consumer<Path> backUp) throws IOException {
        Path taken = folder.resolve(id + TAKEN);
        try {
            Files.move(folder.resolve(id + WANTED), taken, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return; // whoever asked has lost patience
        }
        try {
            backUp.accept(folder.resolve(id + MADE));
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
            throw new Refusal("Interrupted while the server made the backup", e);
        }
    }
}
