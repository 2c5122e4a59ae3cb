package dev.waxwing.application.library;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.domain.library.MediaEvent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Takes files that were removed from the library off the disk. It first leaves the library, then the disk, and after a power
 * cut in between the change is read again; so the library never names a file that is gone. One that was brought again
 * meanwhile stays.
 */
public final class RemovedMediaProjection implements Projection {
    private static final String NAME = "media-removed";

    private final ChangeFeed changes;
    private final MediaRepository library;
    private final MediaStore store;

    @Inject
    public RemovedMediaProjection(ChangeFeed changes, MediaRepository library, MediaStore store) {
        this.changes = changes;
        this.library = library;
        this.store = store;
    }

    @Override
    public Bookmark bookmark() {
        return changes.bookmark(NAME);
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        for (RecordedEvent change : batch) {
            if (change.event() instanceof MediaEvent.Removed removed
                    && library.find(removed.file()).isEmpty()) {
                store.remove(removed.file());
            }
        }
    }
}
