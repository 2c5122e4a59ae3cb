package dev.waxwing.application.library;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Use case: take a file that nothing shows out of the library. It leaves the disk when the change is read. */
public final class RemoveMedia {

    /** @param expectedVersion the version that was seen, to be refused if there is a newer one; empty to not ask */
    public record Command(Actor actor, MediaAddress file, OptionalLong expectedVersion) {}

    private final MediaRepository library;
    private final OtherUses others;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RemoveMedia(MediaRepository library, OtherUses others, UnitOfWork work, Clock clock) {
        this.library = library;
        this.others = others;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Conflict if a post, an author or the head of the blog shows it, or it has another version than the
     *     expected one
     */
    public void handle(Command command) {
        work.run(() -> {
            MediaFile file = library.get(command.file());
            command.actor().requireMayDescribe(Optional.ofNullable(file.state().by()));
            file.requireVersion(command.expectedVersion());
            requireUnused(file.address(), command.actor());
            file.remove(clock.instant());
            library.remove(file);
        });
    }

    private void requireUnused(MediaAddress file, Actor actor) {
        List<MediaUse> uses = library.uses(file);
        if (!uses.isEmpty()) {
            throw new BlogException.Conflict(uses.stream()
                    .filter(use -> use.mayBeNamedTo(actor))
                    .map(use -> "The post “%s” shows the file; take it out there first".formatted(use.title()))
                    .findFirst()
                    .orElse("A post of somebody else shows the file"));
        }
        others.of(file).ifPresent(use -> {
            throw new BlogException.Conflict("The file is %s; choose another picture there first".formatted(use));
        });
    }
}
