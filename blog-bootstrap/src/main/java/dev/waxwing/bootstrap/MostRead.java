package dev.waxwing.bootstrap;

import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses that are read most, in a file of the data folder: after a start they are asked for, one by one, so that their
 * pages are finished before readers come. Without the file, or with one that is no list of addresses, pages are finished when
 * they are read.
 */
final class MostRead {
    static final String FILE = "most-read.txt";
    static final int MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(MostRead.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Path file;
    private final IntFunction<List<SitePath>> mostRead;
    private final Consumer<SitePath> reader;
    private final Clock clock;
    private final Queue<SitePath> waiting;
    private Instant next;

    /**
     * @param mostRead tells so many addresses, or fewer, the most read first
     * @param reader asks for one
     */
    MostRead(Path data, IntFunction<List<SitePath>> mostRead, Consumer<SitePath> reader, Clock clock) {
        this.file = data.resolve(FILE);
        this.mostRead = mostRead;
        this.reader = reader;
        this.clock = clock;
        this.waiting = new ArrayDeque<>(written());
        this.next = clock.instant().plus(PERIOD);
    }

    /** To be called a few times a second: that is how fast pages are asked for. Writes the file from time to time. */
    void step() {
        SitePath first = waiting.poll();
        if (first != null) {
            reader.accept(first);
        } else if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(PERIOD);
            write();
        }
    }

    /** Pages that still wait to be asked for are not forgotten. That there is no list next time is no reason to fail. */
    void write() {
        List<String> lines = Stream.concat(mostRead.apply(MOST).stream(), waiting.stream())
                .distinct()
                .limit(MOST)
                .map(SitePath::encoded)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        try {
            WholeFile.write(file, String.join("\n", lines));
        } catch (IOException e) {
            LOG.warn("The addresses that are read most cannot be written down: {}", e.toString());
        }
    }

    private List<SitePath> written() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(MOST).flatMap(line -> path(line).stream()).toList();
        } catch (IOException | RuntimeException noList) {
            return List.of();
        }
    }

    private static Optional<SitePath> path(String line) {
        try {
            return Optional.of(SitePath.decode(line));
        } catch (BlogException.Invalid noAddress) {
            return Optional.empty();
        }
    }
}
