package dev.waxwing.adapter.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file's or folder's name without its extension, taken apart into the date in front, which generators put there, and the
 * words after it.
 *
 * @param date null if there is none, or one that no calendar has
 * @param words what follows the date; the whole name if nothing follows
 */
record FileName(String name, @Nullable LocalDate date, String words) {
    private static final Pattern DATED = Pattern.compile("(\\d{4})([-_.])(\\d{1,2})\\2(\\d{1,2})(?:[-_. ]+(.*))?");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})[-_ ]+(.+)");

    static FileName of(String name) {
        Matcher dated = DATED.matcher(name);
        if (dated.matches()) {
            return new FileName(
                    name, date(dated.group(1), dated.group(3), dated.group(4)), words(name, dated.group(5)));
        }
        Matcher compact = COMPACT.matcher(name);
        if (compact.matches()) {
            LocalDate date = date(compact.group(1), compact.group(2), compact.group(3));
            return date == null ? new FileName(name, null, name) : new FileName(name, date, compact.group(4));
        }
        return new FileName(name, null, name);
    }

    Optional<LocalDate> dated() {
        return Optional.ofNullable(date);
    }

    boolean beginsWithDate() {
        return !words.equals(name);
    }

    private static String words(String name, @Nullable String after) {
        return after == null || after.isBlank() ? name : after;
    }

    static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
