package dev.waxwing.bootstrap;

import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.domain.media.MediaAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media files that the last backup found damaged or missing, until they are whole again. They stand in
 * {@code backups/lost-media}, so that a start does not forget them.
 */
final class LostMedia {
    private static final Logger LOG = LoggerFactory.getLogger(LostMedia.class);
    private static final String DAMAGED = "damaged ";
    private static final String MISSING = "missing ";
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int NAMED = 5;

    private final Path file;
    private final Predicate<MediaAddress> isWhole;
    private final Clock clock;
    private Instant next = Instant.MIN;

    LostMedia(Path data, Predicate<MediaAddress> isWhole, Clock clock) {
        this.file = data.resolve("backups").resolve("lost-media");
        this.isWhole = isWhole;
        this.clock = clock;
    }

    MediaLosses losses() {
        try {
            List<String> lines = Files.readAllLines(file);
            return new MediaLosses(addresses(lines, DAMAGED), addresses(lines, MISSING));
        } catch (NoSuchFileException e) {
            return MediaLosses.NONE;
        } catch (IOException e) {
            LOG.warn("What the last backup said of lost files cannot be read: {}", e.getMessage());
            return MediaLosses.NONE;
        }
    }

    private static List<MediaAddress> addresses(List<String> lines, String state) {
        return lines.stream()
                .filter(line -> line.startsWith(state))
                .map(line -> line.substring(state.length()))
                .filter(MediaAddress::matches)
                .map(MediaAddress::new)
                .toList();
    }

    /** Notes what a backup has found. */
    void note(MediaLosses found) {
        if (!found.isNone()) {
            LOG.warn("Media files are lost; an older backup may have them: {}", words(found));
        }
        keep(found);
    }

    /** Forgets those that are whole again, every ten minutes. */
    void lookAgain() {
        Instant now = clock.instant();
        if (now.isBefore(next) && !next.isAfter(now.plus(PAUSE))) {
            return;
        }
        next = now.plus(PAUSE);
        MediaLosses known = losses();
        MediaLosses still = known.without(isWhole);
        if (!still.equals(known)) {
            LOG.info("Of the media files that were lost, {} are whole again", known.count() - still.count());
            keep(still);
        }
    }

    private void keep(MediaLosses losses) {
        try {
            if (losses.isNone()) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                WholeFile.write(
                        file,
                        Stream.concat(lines(DAMAGED, losses.damaged()), lines(MISSING, losses.missing()))
                                .collect(Collectors.joining()));
            }
        } catch (IOException e) {
            LOG.warn("What was found of lost files cannot be kept: {}", e.getMessage());
        }
    }

    private static Stream<String> lines(String state, List<MediaAddress> addresses) {
        return addresses.stream().map(address -> state + address + "\n");
    }

    /** In words that anybody may read; the addresses of files are not for everybody. */
    Optional<String> trouble() {
        MediaLosses losses = losses();
        return losses.isNone()
                ? Optional.empty()
                : Optional.of("files are lost: %,d damaged, %,d missing"
                        .formatted(losses.damaged().size(), losses.missing().size()));
    }

    /** With the first addresses of each kind. */
    static String words(MediaLosses losses) {
        return Stream.of(words(DAMAGED, losses.damaged()), words(MISSING, losses.missing()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String words(String state, List<MediaAddress> addresses) {
        if (addresses.isEmpty()) {
            return "";
        }
        String first = addresses.stream().limit(NAMED).map(MediaAddress::value).collect(Collectors.joining(", "));
        int others = addresses.size() - NAMED;
        return others > 0 ? state + first + " and %,d more".formatted(others) : state + first;
    }
}
