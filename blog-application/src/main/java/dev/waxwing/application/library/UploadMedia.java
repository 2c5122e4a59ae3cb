package dev.waxwing.application.library;

import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;

/** Use case: bring a file into the library. Everybody who writes may; a file that is there already stays as it is. */
public final class UploadMedia {

    /**
     * @param name what the file was called, possibly with a path before it
     * @param alt what it shows, empty if that is said later
     * @param content read to its end and closed
     */
    public record Command(Actor actor, String name, String alt, InputStream content) {}

    private final MediaStore store;
    private final MediaRepository library;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public UploadMedia(MediaStore store, MediaRepository library, UnitOfWork work, Clock clock) {
        this.store = store;
        this.library = library;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Invalid if it is not a file that readers may be given, or too large
     * @throws BlogException.Conflict if the same file is being removed at this moment
     */
    public MediaAddress handle(Command command) {
        MediaAddress address = store.store(command.content());
        long bytes = store.find(address).map(StoredMedia::size).orElse(0L);
        work.run(() -> {
            if (library.find(address).isEmpty()) {
                library.save(MediaFile.add(
                        address,
                        command.name(),
                        command.alt(),
                        bytes,
                        command.actor().author().orElse(null),
                        clock.instant()));
            }
        });
        if (store.find(address).isEmpty()) {
            throw new BlogException.Conflict("The same file was just removed; send it again");
        }
        return address;
    }
}
