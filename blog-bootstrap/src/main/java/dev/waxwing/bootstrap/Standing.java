package dev.waxwing.bootstrap;

import dev.waxwing.adapter.web.site.Readiness.Check;
import dev.waxwing.application.backup.MediaLosses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a blog stands at a moment.
 *
 * @param content nothing while the database does not answer
 * @param databaseBytes the size of the embedded database, nothing if there is none
 * @param freeBytes on the disk of the data folder or that of the media folder, whichever has less
 * @param losses the media files that the last backup found damaged or missing
 * @param weakness why the database may lose what was acknowledged, nothing if it may not
 */
record Standing(
        Instant at,
        List<Check> checks,
        Optional<Content> content,
        ScheduledBackups.Report backups,
        Optional<Long> databaseBytes,
        long freeBytes,
        MediaLosses losses,
        Optional<String> weakness) {
    /** What the search index is called among those that follow the changes. */
    static final String SEARCH = "search";

    /**
     * What the database says.
     *
     * @param posts how many posts and pages readers can find
     * @param changes how many there have been
     * @param lags how many of those each reader of the change feed has yet to follow, by its name;
     *     without those that cannot be asked
     * @param nextDue when the scheduled post that is due first is to appear; in the past if it is late
     */
    record Content(long posts, long changes, Map<String, Long> lags, Optional<Instant> nextDue) {}

    boolean isReady() {
        return checks.stream().noneMatch(Check::turnsReadersAway);
    }
}
