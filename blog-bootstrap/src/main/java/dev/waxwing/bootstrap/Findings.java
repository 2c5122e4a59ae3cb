package dev.waxwing.bootstrap;

import dev.waxwing.adapter.jdbi.Tables;
import dev.waxwing.adapter.web.site.Readiness.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a blog does, in words for those who run it. */
final class Findings {
    static final String SERVER = "server";
    static final String ADDRESS = "address";
    private static final String DATABASE = "database";

    /** So long after its time a post may appear before it is late. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** So long a backup of another node is good enough for one that makes none. */
    private static final Duration FRESH = Duration.ofDays(2);

    private static final long MUCH_BEHIND = 1_000;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long LITTLE_ROOM = 1024 * MEBIBYTE;
    private static final long LITTLE_MEMORY = 120 * MEBIBYTE;
    private static final Map<String, String> ADVICE = Map.of(
            DATABASE,
            "Look at the log of the server, and whether the database runs and lets it in.",
            "disk",
            "Make room on the disk of the data folder, or of the media folder; writing goes on by itself.",
            "media",
            "Is the media folder the right one, and its disk there and sound?",
            "backups",
            "Look at the log, and whether there is room; meanwhile make one with: waxwing backup FILE");

    private Findings() {}

    /** What a server tells of itself. */
    static List<Finding> of(Running running, Standing now, BackupPlan plan) {
        List<Finding> findings = new ArrayList<>();
        findings.add(server(running, now));
        findings.add(Finding.ok(ADDRESS, running.address()));
        findings.add(memory(running));
        findings.addAll(of(now, plan));
        return findings;
    }

    private static Finding server(Running running, Standing now) {
        String words = "Waxwing %s on Java %s, since %s"
                .formatted(running.version(), running.java(), moment(running.since(), now));
        return now.isReady()
                ? Finding.ok(SERVER, words)
                : Finding.wrong(SERVER, words + "; it turns readers away", "See what is wrong below.");
    }

    private static Finding memory(Running running) {
        String words = size(running.memory()) + " for Java";
        return running.memory() < LITTLE_MEMORY
                ? Finding.warning("memory", words, "Give it 128 MiB or more: JAVA_OPTS=-Xmx256m")
                : Finding.ok("memory", words);
    }

    static Finding noServer() {
        return Finding.warning(SERVER, "none runs on this folder", "Start it with: waxwing serve, on the same --data");
    }

    /** Of tables that this program would make or change. */
    static Finding old(Tables tables) {
        return tables.present() == 0
                ? Finding.warning(
                        DATABASE,
                        "there are no tables of a blog, or their last change was interrupted",
                        "Make sure that it is the right database; waxwing serve makes them.")
                : Finding.warning(
                        DATABASE,
                        "the tables are of schema %d, and this program's are of schema %d"
                                .formatted(tables.present(), tables.needed()),
                        "Nothing was changed; waxwing serve changes them.");
    }

    /** What the data folder tells, with a server and without. */
    static List<Finding> of(Standing now, BackupPlan plan) {
        List<Finding> findings = new ArrayList<>();
        now.content().ifPresent(content -> findings.add(posts(content, now)));
        for (Check check : now.checks()) {
            check.trouble().ifPresent(trouble -> findings.add(failing(check, trouble)));
        }
        now.weakness()
                .ifPresent(words -> findings.add(Finding.warning(
                        "durability",
                        words,
                        "Set fsync and synchronous_commit to on in postgresql.conf, and reload it.")));
        if (!now.losses().isNone()) {
            findings.add(Finding.warning(
                    "files",
                    LostMedia.words(now.losses()),
                    "Take them out of the newest backup that has them, which the schedule keeps, or upload them again:"
                            + " Operations says how."));
        }
        if (isWell(DATABASE, now)) {
            findings.add(Finding.ok(
                    DATABASE,
                    now.databaseBytes().map(bytes -> "embedded, " + size(bytes)).orElse("PostgreSQL")));
        }
        if (isWell(Standing.SEARCH, now)) {
            now.content().ifPresent(content -> findings.add(search(content)));
        }
        if (isWell("disk", now)) {
            findings.add(disk(now.freeBytes()));
        }
        if (isWell("backups", now)) {
            findings.add(backup(now, plan));
        }
        findings.add(drill(now, plan));
        return findings;
    }

    private static boolean isWell(String name, Standing now) {
        return now.checks().stream()
                .noneMatch(check -> check.name().equals(name) && check.trouble().isPresent());
    }

    private static Finding failing(Check check, String trouble) {
        return new Finding(
                check.turnsReadersAway() || check.name().equals("disk") ? Finding.Level.WRONG : Finding.Level.WARNING,
                check.name(),
                trouble,
                ADVICE.getOrDefault(check.name(), "Look at the log of the server; it is tried again by itself."));
    }

    private static Finding posts(Standing.Content content, Standing now) {
        String words = String.format(Locale.ROOT, "%,d published", content.posts());
        Optional<Instant> due = content.nextDue();
        if (due.isPresent() && due.get().isBefore(now.at().minus(GRACE))) {
            return Finding.warning(
                    "posts",
                    words + ", and one that should have appeared at " + time(due.get()) + " waits",
                    "Scheduled posts appear while a server runs; look at its log if one does.");
        }
        return Finding.ok(
                "posts",
                words + due.map(next -> ", the next appears at " + time(next)).orElse(", none scheduled"));
    }

    private static Finding search(Standing.Content content) {
        Long behind = content.lags().get(Standing.SEARCH);
        if (behind == null) {
            return Finding.warning(
                    Standing.SEARCH,
                    "nobody can tell how far it is; another process may have it open",
                    "If a server runs on this folder, ask once more; it may be busy.");
        }
        if (behind > MUCH_BEHIND) {
            return Finding.warning(
                    Standing.SEARCH,
                    toFollow(behind),
                    "A server catches up by itself; if it does not, stop it and delete search/ in the data folder.");
        }
        return Finding.ok(Standing.SEARCH, behind == 0 ? "knows every change" : toFollow(behind));
    }

    private static String toFollow(long changes) {
        return changes == 1
                ? "has yet to take in the last change"
                : String.format(Locale.ROOT, "has yet to take in the last %,d changes", changes);
    }

    private static Finding disk(long free) {
        if (free == Long.MAX_VALUE) {
            return Finding.ok("disk", "nobody can tell how much is free");
        }
        String words = size(free) + " free";
        return free < LITTLE_ROOM
                ? Finding.warning("disk", words, "Make room soon; below 32 MiB nothing can be written any more.")
                : Finding.ok("disk", words);
    }

    private static Finding backup(Standing now, BackupPlan plan) {
        Optional<Instant> newest = now.backups().newest();
        if (plan.every().isEmpty()) {
            return newest.filter(made -> made.plus(FRESH).isAfter(now.at()))
                    .map(made -> Finding.ok(
                            "backups", "none are made by this server; the newest is of " + moment(made, now)))
                    .orElseGet(() -> Finding.warning(
                            "backups",
                            "none are made by the server",
                            "Make them by other means, or set backup.every."));
        }
        if (newest.isEmpty()) {
            return Finding.ok("backups", "none yet; the first is made ten minutes after the start");
        }
        String words = "the newest is of " + moment(newest.get(), now);
        return newest.get().plus(plan.every().get()).plus(BackupPlan.GRACE).isBefore(now.at())
                ? Finding.warning("backups", words, "A server that runs makes one within ten minutes of its start.")
                : Finding.ok("backups", words);
    }

    private static Finding drill(Standing now, BackupPlan plan) {
        Optional<Instant> drilled = now.backups().drilled();
        if (drilled.isEmpty()) {
            return Finding.ok("restore", "no backup is known to have been restored on trial");
        }
        String words = "last tried with a backup at " + moment(drilled.get(), now);
        Duration patience =
                plan.every().orElse(Duration.ofDays(365)).multipliedBy(2).plus(BackupPlan.GRACE);
        return drilled.get().plus(patience).isBefore(now.at())
                ? Finding.warning(
                        "restore", words, "Each backup is restored on trial; look at the log for why none was.")
                : Finding.ok("restore", words);
    }

    private static String moment(Instant then, Standing now) {
        return time(then) + " (" + ago(Duration.between(then, now.at())) + ")";
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String ago(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 120) {
            return minutes + " min ago";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h ago" : minutes / (24 * 60) + " days ago";
    }

    static String size(long bytes) {
        return bytes < 1024 * MEBIBYTE
                ? String.format(Locale.ROOT, "%.1f MiB", (double) bytes / MEBIBYTE)
                : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1024 * MEBIBYTE));
    }
}
