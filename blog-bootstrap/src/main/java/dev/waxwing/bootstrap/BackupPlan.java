package dev.waxwing.bootstrap;

import dev.waxwing.application.backup.Retention;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When backups are made and which are kept.
 *
 * @param every nothing for never
 */
public record BackupPlan(Optional<Duration> every, Retention keep) {
    /** So long a backup may take before it is late; the clocks of the nodes do not differ by that much. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final Pattern EVERY = Pattern.compile("([1-9]\\d{0,3})([hd])");
    private static final Pattern KEEP = Pattern.compile("([1-9]\\d{0,2}) daily(?:, *(\\d{1,3}) weekly)?");

    /** @throws Refusal if a value breaks its rule */
    static BackupPlan of(Settings settings) {
        return new BackupPlan(every(settings.get(Setting.BACKUP_EVERY)), keep(settings.get(Setting.BACKUP_KEEP)));
    }

    private static Optional<Duration> every(String value) {
        if (value.equals("never")) {
            return Optional.empty();
        }
        Matcher parts = EVERY.matcher(value);
        if (!parts.matches()) {
            throw new Refusal("The backup.every must be like 12h, 1d or never, not '%s'".formatted(value));
        }
        long number = Long.parseLong(parts.group(1));
        return Optional.of(parts.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofDays(number));
    }

    private static Retention keep(String value) {
        Matcher parts = KEEP.matcher(value);
        if (!parts.matches()) {
            throw new Refusal("The backup.keep must be like '3 daily, 2 weekly', not '%s'".formatted(value));
        }
        String weeks = Optional.ofNullable(parts.group(2)).orElse("0");
        return new Retention(Integer.parseInt(parts.group(1)), Integer.parseInt(weeks));
    }
}
