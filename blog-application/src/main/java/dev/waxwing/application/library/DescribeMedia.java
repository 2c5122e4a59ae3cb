package dev.waxwing.application.library;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** Use case: say what a file of the library shows; posts that show it already keep their own words. */
public final class DescribeMedia {

    /** @param expectedVersion the version that was seen, to be refused if there is a newer one; empty to not ask */
    public record Command(Actor actor, MediaAddress file, OptionalLong expectedVersion, String alt) {}

    private final MediaRepository library;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public DescribeMedia(MediaRepository library, UnitOfWork work, Clock clock) {
        this.library = library;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if the file has another version than the expected one */
    public void handle(Command command) {
        work.run(() -> {
            MediaFile file = library.get(command.file());
            command.actor().requireMayDescribe(Optional.ofNullable(file.state().by()));
            file.requireVersion(command.expectedVersion());
            file.describe(command.alt(), clock.instant());
            library.save(file);
        });
    }
}
