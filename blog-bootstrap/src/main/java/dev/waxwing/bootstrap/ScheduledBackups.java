package dev.waxwing.bootstrap;

import dev.waxwing.adapter.backup.BackupFile;
import dev.waxwing.adapter.backup.StoredBackup;
import dev.waxwing.application.backup.BackupManifest;
import dev.waxwing.application.backup.BackupTarget;
import dev.waxwing.application.backup.MediaLosses;
import dev.waxwing.application.upkeep.DutyRoster;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup when the newest is old enough, restores it on trial, and removes those that need not be kept. Of several nodes
 * the first that asks the roster does it for all, and says each minute that it is at it; when nothing was heard of it for half
 * the time between two, another begins. The backups are files: {@code backups/blog-20260301T120000Z.zip},
 * and {@code backups/last-drill} has the name of the one that was last restored.
 */
final class ScheduledBackups {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledBackups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'blog-'uuuuMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
    private static final String DUTY = "backup";

    /** Taken by nobody: it says when there should be a newer backup than there is, whichever node has it. */
    private static final String NEXT = "next backup";

    /** Taken by nobody: it says when a node last made a backup and restored it on trial. */
    private static final String LAST = "last backup";

    private static final String DRILL = "last-drill";
    private static final String TRIAL = "drill-";

    /** After a start, which has other things to do, and after a failure. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /** Until the roster is asked again, if another node has made the backup or is about to. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A drill takes the room of the blog once more, and nothing must be left without any. */
    private static final int ROOM_NEEDED = 4;

    private final Path folder;
    private final BackupPlan plan;
    private final Consumer<BackupTarget> backUp;
    private final LongSupplier bytes;
    private final DutyRoster roster;
    private final Clock clock;
    private final Instant begun;
    private Instant notBefore;
    private volatile Optional<Instant> next = Optional.empty();

    /** When this node last said that it has the duty; nothing while it has not. */
    private Optional<Instant> held = Optional.empty();

    /** @param bytes how large the blog is, about */
    ScheduledBackups(
            Path data,
            BackupPlan plan,
            Consumer<BackupTarget> backUp,
            LongSupplier bytes,
            DutyRoster roster,
            Clock clock) {
        this.folder = data.resolve("backups");
        this.plan = plan;
        this.backUp = backUp;
        this.bytes = bytes;
        this.roster = roster;
        this.clock = clock;
        this.begun = clock.instant();
        this.notBefore = begun.plus(PAUSE);
    }

    /**
     * How backups stand, whichever node makes them.
     *
     * @param newest when the newest was made
     * @param drilled when one was last restored on trial and found to have everything
     */
    record Report(Optional<Instant> newest, Optional<Instant> drilled) {
        private static final Report NOTHING = new Report(Optional.empty(), Optional.empty());

        private Report andAt(Instant made) {
            return new Report(Optional.of(latest(newest, made)), Optional.of(latest(drilled, made)));
        }

        private static Instant latest(Optional<Instant> here, Instant elsewhere) {
            return here.filter(elsewhere::isBefore).orElse(elsewhere);
        }
    }

    /** What can be seen; {@link #trouble()} says if that is nothing. */
    Report report() {
        Report here = here();
        return ofAnyNode().map(here::andAt).orElse(here);
    }

    private Report here() {
        try {
            return look();
        } catch (BlogException.Unavailable e) {
            return Report.NOTHING;
        }
    }

    private Optional<Instant> ofAnyNode() {
        try {
            return roster.due(LAST).filter(made -> !made.isAfter(clock.instant()));
        } catch (BlogException.Unavailable e) {
            return Optional.empty();
        }
    }

    private Report look() {
        try {
            Path drill = folder.resolve(DRILL);
            return new Report(
                    Optional.ofNullable(present().lastEntry()).map(Map.Entry::getKey),
                    Files.exists(drill)
                            ? Optional.of(Files.getLastModifiedTime(drill).toInstant())
                            : Optional.empty());
        } catch (IOException | UncheckedIOException e) {
            throw unavailable(e);
        }
    }

    /** What is wrong if there should be a newer backup than there is; nothing if none are made. */
    Optional<String> trouble() {
        try {
            return plan.every().flatMap(every -> trouble(every, look().newest()));
        } catch (BlogException.Unavailable e) {
            return Optional.of("cannot be looked at");
        }
    }

    private Optional<String> trouble(Duration every, Optional<Instant> newest) {
        Instant first = begun.plus(PAUSE);
        Instant due =
                newest.map(made -> made.plus(every)).filter(first::isBefore).orElse(first);
        Instant now = clock.instant();
        if (now.isBefore(due.plus(BackupPlan.GRACE)) || anotherHasMadeIt(now, every)) {
            return Optional.empty();
        }
        return Optional.of(newest.isPresent() ? "the newest is too old" : "there is none");
    }

    private boolean anotherHasMadeIt(Instant now, Duration every) {
        return next.filter(at -> now.isBefore(at.plus(BackupPlan.GRACE))
                        && !at.isAfter(now.plus(every).plus(BackupPlan.GRACE)))
                .isPresent();
    }

    /**
     * Does what is due, unless it pauses: what has failed is tried again after ten minutes, and nothing is done in the first
     * ten.
     *
     * @return whether it did not pause
     */
    boolean run() {
        Instant now = clock.instant();
        if (plan.every().isEmpty() || isPausing(now)) {
            return false;
        }
        try {
            Duration every = plan.every().get();
            NavigableMap<Instant, Path> present = present();
            if (present.isEmpty() || !now.isBefore(present.lastKey().plus(every))) {
                ask(now, every, present);
            }
            return true;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** A clock that was set back does not prolong a pause. */
    private boolean isPausing(Instant now) {
        return now.isBefore(notBefore) && !notBefore.isAfter(now.plus(PAUSE));
    }

    /** To be called every moment beside {@link #run()}, so that a backup that takes long stays the only one. */
    synchronized void hold() {
        Instant now = clock.instant();
        if (held.filter(said -> !now.isBefore(said.plus(MINUTE))).isPresent()) {
            plan.every().ifPresent(every -> roster.settle(DUTY, lapse(now, every)));
            held = Optional.of(now);
        }
    }

    private synchronized void holds(Optional<Instant> from) {
        held = from;
    }

    /** When another node may begin, if nothing more is heard of this one. */
    private static Instant lapse(Instant now, Duration every) {
        return now.plus(every.dividedBy(2));
    }

    private void ask(Instant now, Duration every, NavigableMap<Instant, Path> present) throws IOException {
        next = roster.due(NEXT);
        if (roster.take(DUTY, now, lapse(now, every), every.plus(BackupPlan.GRACE))) {
            notBefore = now.plus(PAUSE);
            fulfil(now, every, present);
            notBefore = now;
        } else {
            notBefore = now.plus(MINUTE);
        }
    }

    private void fulfil(Instant now, Duration every, NavigableMap<Instant, Path> present) throws IOException {
        Instant due = notBefore;
        holds(Optional.of(now));
        try {
            make(now, present);
            due = now.plus(every);
            roster.settle(NEXT, due);
            roster.settle(LAST, now);
        } finally {
            holds(Optional.empty());
            roster.settle(DUTY, due);
        }
    }

    private void make(Instant now, NavigableMap<Instant, Path> present) throws IOException {
        Files.createDirectories(folder);
        removeLeftOvers();
        requireRoom(
                present.isEmpty()
                        ? bytes.getAsLong()
                        : Files.size(present.lastEntry().getValue()));
        Path file = folder.resolve(NAME.format(now));
        backUp.accept(BackupFile.zip(file));
        prune(present(), drill(file).losses());
        LOG.info("Made the backup {}, and restored it on trial", file);
    }

    private void prune(NavigableMap<Instant, Path> present, MediaLosses losses) throws IOException {
        Set<Instant> kept = new HashSet<>(plan.keep().kept(present.keySet()));
        kept.addAll(holding(losses, present));
        for (Map.Entry<Instant, Path> backup : present.entrySet()) {
            if (!kept.contains(backup.getKey())) {
                Files.delete(backup.getValue());
            }
        }
    }

    /** The newest that has a file which is lost is the last place where it is. */
    private static Set<Instant> holding(MediaLosses losses, NavigableMap<Instant, Path> present) {
        Set<Instant> holding = new HashSet<>();
        MediaLosses wanted = losses;
        for (Map.Entry<Instant, Path> backup : present.descendingMap().entrySet()) {
            Set<MediaAddress> found = wanted.isNone() ? Set.of() : whole(backup.getValue(), wanted);
            if (!found.isEmpty()) {
                holding.add(backup.getKey());
                wanted = wanted.without(found::contains);
            }
        }
        return holding;
    }

    /** A backup that is damaged itself has nothing for anybody. */
    private static Set<MediaAddress> whole(Path file, MediaLosses wanted) {
        try {
            return StoredBackup.at(file).whole(wanted);
        } catch (BlogException e) {
            return Set.of();
        }
    }

    /** Restoring verifies each checksum and counts the rows and files. A backup that cannot be restored is none. */
    private BackupManifest drill(Path file) throws IOException {
        BackupManifest manifest;
        try (TemporaryFolder trial = TemporaryFolder.in(folder, TRIAL)) {
            manifest =
                    RestoreCommand.restore(trial.path(), StoredBackup.at(file)).manifest();
        } catch (BlogException e) {
            Files.delete(file);
            throw e;
        }
        Files.writeString(folder.resolve(DRILL), file.getFileName() + "\n");
        return manifest;
    }

    /** Of a process that ended in the middle of it. */
    private void removeLeftOvers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(TRIAL) || name.endsWith(".part")) {
                    new TemporaryFolder(file).close();
                }
            }
        }
    }

    private void requireRoom(long size) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() / ROOM_NEEDED < size) {
            throw new BlogException.Unavailable(
                    "There is not room enough in '%s' for a backup and its trial".formatted(folder),
                    new IOException("No room"));
        }
    }

    /** The backups of the schedule, by the time in their names; those of a clock that was ahead count when it is time. */
    private NavigableMap<Instant, Path> present() throws IOException {
        NavigableMap<Instant, Path> present = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> time(file).ifPresent(made -> present.put(made, file)));
            }
        }
        return present.headMap(clock.instant(), true);
    }

    private static Optional<Instant> time(Path file) {
        try {
            return Optional.of(NAME.parse(file.getFileName().toString(), Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static BlogException.Unavailable unavailable(Exception e) {
        return new BlogException.Unavailable("The backups cannot be kept: " + e.getMessage(), e);
    }
}
