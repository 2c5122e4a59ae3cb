package dev.waxwing.bootstrap;

import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.adapter.web.site.Readiness.Loss;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Looks at how the house does: whether its storage works, and how much there is in it. */
final class Inspection {
    private final JdbiPersistence storage;
    private final MediaStore media;
    private final LostMedia lost;
    private final Followers followers;
    private final Optional<Path> databaseFile;
    private final FreeSpace space;
    private final FreeSpace mediaSpace;
    private final Clock clock;

    /** @param databaseFile nothing if the database is not embedded */
    Inspection(
            JdbiPersistence storage,
            MediaStore media,
            LostMedia lost,
            Followers followers,
            Optional<Path> databaseFile,
            FreeSpace space,
            FreeSpace mediaSpace,
            Clock clock) {
        this.storage = storage;
        this.media = media;
        this.lost = lost;
        this.followers = followers;
        this.databaseFile = databaseFile;
        this.space = space;
        this.mediaSpace = mediaSpace;
        this.clock = clock;
    }

    /** How the storage does. */
    List<Check> checks() {
        Optional<String> database = failure(storage.changes()::head, "does not answer");
        return List.of(
                new Check("database", Loss.READING, database),
                new Check(
                        "disk",
                        Loss.LESS,
                        failure(storage::requireDurable, "takes no changes").or(this::fullDisk)),
                new Check("media", Loss.LESS, database.or(lost::trouble).or(this::missingMedia)));
    }

    /** A database that is elsewhere goes on when the disks of this node are full. */
    private Optional<String> fullDisk() {
        if (mediaSpace.bytes() < FreeSpace.RESERVE) {
            return Optional.of("full under the media folder, takes no files");
        }
        return space.bytes() < FreeSpace.RESERVE
                ? Optional.of("full under the data folder, takes no backups and no search index")
                : Optional.empty();
    }

    private static Optional<String> failure(Runnable attempt, String words) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (BlogException.Full e) {
            return Optional.of("full, takes no changes");
        } catch (BlogException e) {
            return Optional.of(words);
        }
    }

    /** Where several nodes serve the blog, another one may have added it. */
    private Optional<String> missingMedia() {
        return storage.mediaQueries().library("", Optional.empty(), 1).stream()
                .filter(newest -> media.find(newest.address()).isEmpty())
                .findFirst()
                .map(newest -> "the file that was added last is not here");
    }

    /** How the blog stands, with what others have checked. */
    Standing standing(List<Check> checks, ScheduledBackups.Report backups) {
        return new Standing(
                clock.instant(), checks, content(), backups, databaseBytes(), freeBytes(), lost.losses(), weakness());
    }

    private Optional<Standing.Content> content() {
        try {
            long head = storage.changes().head();
            return Optional.of(new Standing.Content(
                    storage.postQueries().publishedCount(),
                    head,
                    followers.lags(head),
                    storage.deskQueries().nextDue()));
        } catch (BlogException.Unavailable e) {
            return Optional.empty();
        }
    }

    /** Why the database may lose what was acknowledged. */
    Optional<String> weakness() {
        return storage.weakness();
    }

    private long freeBytes() {
        return Math.min(space.bytes(), mediaSpace.bytes());
    }

    Optional<Long> databaseBytes() {
        return databaseFile.map(file -> file.toFile().length());
    }
}
