package dev.waxwing.application.archive;

import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.domain.library.MediaFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Remembers the files that were taken in, in the ledger and in the library. */
final class MediaRecord {
    private final String archive;
    private final MediaStore store;
    private final MediaRepository library;
    private final ImportLedger ledger;
    private final Clock clock;
    private final List<ImportLedger.MediaOrigin> unrecorded = new ArrayList<>();

    MediaRecord(String archive, MediaStore store, MediaRepository library, ImportLedger ledger, Clock clock) {
        this.archive = archive;
        this.store = store;
        this.library = library;
        this.ledger = ledger;
        this.clock = clock;
    }

    void add(List<ImportLedger.MediaOrigin> taken) {
        unrecorded.addAll(taken);
    }

    /** Remembers, inside a unit of work, what was added since the last one that was stored. */
    void record() {
        for (ImportLedger.MediaOrigin origin : unrecorded) {
            ledger.record(archive, origin);
            shelve(origin);
        }
    }

    private void shelve(ImportLedger.MediaOrigin origin) {
        if (library.find(origin.address()).isEmpty()) {
            long bytes = store.find(origin.address()).map(StoredMedia::size).orElse(0L);
            library.save(MediaFile.add(origin.address(), origin.source(), "", bytes, null, clock.instant()));
        }
    }

    /** The unit of work is stored. */
    void recorded() {
        unrecorded.clear();
    }
}
