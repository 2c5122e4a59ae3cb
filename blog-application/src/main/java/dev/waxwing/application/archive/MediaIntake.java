package dev.waxwing.application.archive;

import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.media.StoredMedia;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the files that posts show into the media store and the library, each once. */
final class MediaIntake {
    private final ImportRun run;
    private final MediaStore store;
    private final MediaRepository library;
    private final ImportLedger ledger;
    private final Clock clock;
    private final Set<String> available;
    private final Map<String, Optional<MediaAddress>> taken = new HashMap<>();
    private final List<ImportLedger.MediaOrigin> unrecorded = new ArrayList<>();

    MediaIntake(ImportRun run, MediaStore store, MediaRepository library, ImportLedger ledger, Clock clock) {
        this.run = run;
        this.store = store;
        this.library = library;
        this.ledger = ledger;
        this.clock = clock;
        this.available = new HashSet<>(run.index().media());
    }

    /** The address of a file of the archive; empty, with a note, if it cannot be kept here. */
    Optional<MediaAddress> take(String source, List<Note> notes) {
        Optional<MediaAddress> known = taken.get(source);
        if (known == null) {
            known = available.contains(source) ? takeIn(source) : Optional.empty();
            taken.put(source, known);
        }
        if (known.isEmpty()) {
            notes.add(new Note(0, "'%s' could not be taken in".formatted(source)));
        }
        return known;
    }

    private Optional<MediaAddress> takeIn(String source) {
        try {
            String checksum = Fingerprint.of(run.source().open(source));
            Optional<ImportLedger.MediaOrigin> before = ledger.media(run.archive(), source)
                    .filter(origin -> origin.checksum().equals(checksum));
            if (before.isPresent()) {
                settle(source, Settled.Outcome.UNCHANGED);
                return before.map(ImportLedger.MediaOrigin::address);
            }
            MediaAddress address = stored(source);
            unrecorded.add(new ImportLedger.MediaOrigin(source, checksum, address));
            settle(source, Settled.Outcome.MEDIA);
            return Optional.of(address);
        } catch (BlogException.Invalid refusal) {
            run.settle(Settled.refused(source, 0, String.valueOf(refusal.getMessage())));
        } catch (IOException failure) {
            run.settle(Settled.refused(source, 0, "it cannot be read: " + failure.getMessage()));
        }
        return Optional.empty();
    }

    private MediaAddress stored(String source) throws IOException {
        if (run.mode() == ImportArchive.Mode.STORE) {
            return store.store(run.source().open(source));
        }
        MediaAddress address = store.examine(run.source().open(source));
        run.show(new SitePath(address.value()));
        return address;
    }

    private void settle(String source, Settled.Outcome outcome) {
        run.settle(new Settled(source, outcome, Optional.empty(), Optional.empty(), List.of(), List.of()));
    }

    /** Remembers, inside a unit of work, what was taken in since the last one. */
    void record() {
        for (ImportLedger.MediaOrigin origin : unrecorded) {
            ledger.record(run.archive(), origin);
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

    /** Says of every file that no post has shown that it stays behind. */
    void settleRest() {
        for (String source : run.index().media()) {
            if (!taken.containsKey(source)) {
                run.settle(Settled.leftOut(new LeftOut(source, LeftOut.Cause.NO_POST, 0, "no imported post shows it")));
            }
        }
    }
}
