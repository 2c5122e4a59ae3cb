package dev.waxwing.application.backup;

import dev.waxwing.domain.shared.BlogException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which backups are kept: the newest of each of the last days that have one, and of each of the last weeks (ISO 8601).
 * Days and weeks are those of UTC.
 *
 * @param days at least 1, so that the newest is always kept
 * @param weeks 0 for none
 */
public record Retention(int days, int weeks) {

    /** @throws BlogException.Invalid (field "keep") if no backup would be kept */
    public Retention {
        if (days < 1 || weeks < 0) {
            throw new BlogException.Invalid("keep", "At least the backup of one day must be kept");
        }
    }

    /** The ones to keep among backups that were made at these times. */
    public Set<Instant> kept(Collection<Instant> made) {
        List<Moment> newestFirst =
                made.stream().sorted(Comparator.reverseOrder()).map(Moment::new).toList();
        Set<Instant> kept = new HashSet<>(newestOfEach(newestFirst, Moment::day, days));
        kept.addAll(newestOfEach(newestFirst, Moment::week, weeks));
        return kept;
    }

    private static <T> Set<Instant> newestOfEach(List<Moment> newestFirst, Function<Moment, T> period, int most) {
        Set<T> seen = new HashSet<>();
        Set<Instant> kept = new HashSet<>();
        for (Moment backup : newestFirst) {
            if (seen.size() < most && seen.add(period.apply(backup))) {
                kept.add(backup.at());
            }
        }
        return kept;
    }

    private record Moment(Instant at) {
        private LocalDate day() {
            return at.atZone(ZoneOffset.UTC).toLocalDate();
        }

        private List<Integer> week() {
            return List.of(day().get(IsoFields.WEEK_BASED_YEAR), day().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    }
}
