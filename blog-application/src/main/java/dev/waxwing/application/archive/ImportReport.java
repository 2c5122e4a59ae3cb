package dev.waxwing.application.archive;

import java.util.EnumMap;
import java.util.Map;

/**
 * What an import came to, in numbers; the single files were told to the listener.
 *
 * @param files how many files were seen; the outcomes add up to it
 * @param noted how many of the files that were imported have notes
 * @param brokenLinks how many links within the blog lead nowhere
 */
public record ImportReport(
        String archive, int files, Map<Settled.Outcome, Integer> outcomes, int noted, int brokenLinks) {
    public ImportReport {
        outcomes = Map.copyOf(outcomes);
    }

    public int count(Settled.Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Counts while files are settled. */
    static final class Tally {
        private final Map<Settled.Outcome, Integer> outcomes = new EnumMap<>(Settled.Outcome.class);
        private int noted;

        void count(Settled file) {
            outcomes.merge(file.outcome(), 1, Integer::sum);
            boolean left = file.outcome() == Settled.Outcome.NO_POST || file.outcome() == Settled.Outcome.REFUSED;
            noted += !left && !file.notes().isEmpty() ? 1 : 0;
        }

        ImportReport report(ArchiveIndex index, int brokenLinks) {
            return new ImportReport(index.name(), index.files(), outcomes, noted, brokenLinks);
        }
    }
}
