package dev.waxwing.application.archive;

import dev.waxwing.application.media.MediaStore;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the files that posts show into the media store, each once. */
final class MediaIntake {
    private final ImportRun run;
    private final MediaStore store;
    private final ImportLedger ledger;
    private final Set<String> available;
    private final Map<String, Optional<MediaAddress>> taken = new HashMap<>();

    MediaIntake(ImportRun run, MediaStore store, ImportLedger ledger) {
        this.run = run;
        this.store = store;
        this.ledger = ledger;
        this.available = new HashSet<>(run.index().media());
    }

    /** The address of a file of the archive; empty, with a note, if it cannot be kept here. */
    Optional<MediaAddress> take(String source, PreparedBatch batch, List<Note> notes) {
        Optional<MediaAddress> known = taken.get(source);
        if (known == null) {
            known = available.contains(source) ? takeIn(source, batch) : Optional.empty();
            taken.put(source, known);
        }
        if (known.isEmpty()) {
            notes.add(new Note(0, "'%s' could not be taken in".formatted(source)));
        }
        return known;
    }

    private Optional<MediaAddress> takeIn(String source, PreparedBatch batch) {
        try {
            String checksum = Fingerprint.of(run.source().open(source));
            Optional<ImportLedger.MediaOrigin> before = ledger.media(run.archive(), source)
                    .filter(origin -> origin.checksum().equals(checksum));
            if (before.isPresent()) {
                batch.settle(settled(source, Settled.Outcome.UNCHANGED));
                return before.map(ImportLedger.MediaOrigin::address);
            }
            MediaAddress address = stored(source);
            batch.addMedium(new ImportLedger.MediaOrigin(source, checksum, address));
            batch.settle(settled(source, Settled.Outcome.MEDIA));
            return Optional.of(address);
        } catch (BlogException.Invalid refusal) {
            batch.settle(Settled.refused(source, 0, String.valueOf(refusal.getMessage())));
        } catch (IOException failure) {
            batch.settle(Settled.refused(source, 0, "it cannot be read: " + failure.getMessage()));
        }
        return Optional.empty();
    }

    private MediaAddress stored(String source) throws IOException {
        InputStream file = run.source().open(source);
        return run.mode() == ImportArchive.Mode.STORE ? store.store(file) : store.examine(file);
    }

    private static Settled settled(String source, Settled.Outcome outcome) {
        return new Settled(source, outcome, Optional.empty(), Optional.empty(), List.of(), List.of());
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
