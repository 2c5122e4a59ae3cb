package dev.waxwing.adapter.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as people and generators write it; without a zone of its own it means the blog's.
 *
 * @param zone null if none was written
 */
record WrittenDate(LocalDateTime local, @Nullable ZoneId zone) {
    private static final int LONGEST = 100;
    private static final String TIME = "(?:(?:T|t|_|,|\\s+at|)\\s*(?<hour>\\d{1,2})[:.](?<minute>\\d{1,2})"
            + "(?::(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,12}))?)?\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?)?";
    private static final String ZONE =
            "\\s*(?<zone>[Zz]|[+-]\\d{1,2}(?::?\\d{1,2})?|[A-Za-z]{2,5}|[A-Z][a-z]+/[\\w/+-]+)?";
    private static final String WEEKDAY = "(?:\\p{L}{2,9}\\.?,?\\s+)?";
    private static final String MONTH = "(?<word>[A-Za-z]{3,9})\\.?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})(?<by>[-/.])(?<month>\\d{1,2})\\k<by>(?<day>\\d{1,2})-?" + TIME
                    + "(?:\\s+\\k<year>)?" + ZONE + "(?:\\s+[A-Z]{3,5})?");
    private static final Pattern COMPACT = Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
            + "(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?<fraction>)(?<half>))?" + ZONE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            WEEKDAY + "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+" + MONTH + ",?[\\s-]+(?<year>\\d{4})" + TIME + ZONE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4}),?" + TIME + ZONE);
    private static final Pattern YEAR_LAST =
            Pattern.compile(WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})\\s+" + TIME + ZONE + "\\s+(?<year>\\d{4})");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<first>\\d{1,2})[-/.](?<other>\\d{1,2})[-/.](?<year>\\d{4})" + TIME + ZONE);
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
    private static final Map<String, Integer> ABBREVIATIONS = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("ut", 0),
            Map.entry("wet", 0),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("jst", 9),
            Map.entry("kst", 9));
    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

    /**
     * Reads a date, with or without time and zone.
     *
     * @throws DateTimeException with a sentence for the report if it is none, or could be two
     */
    static WrittenDate parse(String raw) {
        String text = raw.strip();
        if (text.length() > LONGEST) {
            throw new DateTimeException("'%s' is not a date".formatted(HeaderReader.shortened(text)));
        }
        if (SECONDS.matcher(text).matches()) {
            return of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (MILLISECONDS.matcher(text).matches()) {
            return of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        for (Pattern form : new Pattern[] {YEAR_FIRST, COMPACT}) {
            Matcher parts = form.matcher(text);
            if (parts.matches()) {
                return assembled(text, parts, number(parts, "month"), number(parts, "day"));
            }
        }
        for (Pattern form : new Pattern[] {DAY_FIRST, MONTH_FIRST, YEAR_LAST}) {
            Matcher parts = form.matcher(text);
            if (parts.matches()) {
                return assembled(text, parts, month(text, parts.group("word")), number(parts, "day"));
            }
        }
        Matcher parts = NUMBERS.matcher(text);
        if (parts.matches()) {
            return dayAndMonth(text, parts);
        }
        throw new DateTimeException("'%s' is not a date".formatted(HeaderReader.shortened(text)));
    }

    private static WrittenDate of(Instant instant) {
        return new WrittenDate(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static WrittenDate dayAndMonth(String text, Matcher parts) {
        int first = number(parts, "first");
        int other = number(parts, "other");
        if (first > 12 || first == other) {
            return assembled(text, parts, other, first);
        }
        if (other > 12) {
            return assembled(text, parts, first, other);
        }
        throw new DateTimeException("'%s' could be two dates; write year-month-day".formatted(text));
    }

    private static WrittenDate assembled(String text, Matcher parts, int month, int day) {
        int year = number(parts, "year");
        if (year < 1000 || month == 0 || day == 0) {
            throw new DateTimeException("'%s' is not a date".formatted(text));
        }
        try {
            LocalTime time = LocalTime.of(hour(parts), number(parts, "minute"), Math.min(59, number(parts, "second")))
                    .plusNanos(nanos(parts))
                    .truncatedTo(ChronoUnit.MICROS);
            return new WrittenDate(LocalDate.of(year, month, day).atTime(time), zone(parts.group("zone")));
        } catch (DateTimeException wrong) {
            throw new DateTimeException("'%s' is not a date: %s".formatted(text, wrong.getMessage()), wrong);
        }
    }

    private static int number(Matcher parts, String group) {
        String digits = parts.group(group);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static int hour(Matcher parts) {
        int hour = number(parts, "hour");
        String half = parts.group("half");
        if (half == null || half.isEmpty()) {
            return hour;
        }
        return hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
    }

    private static long nanos(Matcher parts) {
        String fraction = parts.group("fraction");
        return fraction == null || fraction.isEmpty() ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }

    private static int month(String text, String word) {
        String short_ = word.toLowerCase(Locale.ROOT).substring(0, 3);
        int at = MONTHS.indexOf(short_);
        if (at < 0 || at % 4 != 0) {
            throw new DateTimeException("'%s' is not a date".formatted(text));
        }
        return at / 4 + 1;
    }

    /** Also {@code -5} and {@code +000}, which real blogs contain. */
    private static @Nullable ZoneId zone(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        Integer hours = ABBREVIATIONS.get(zone.toLowerCase(Locale.ROOT));
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        char sign = zone.charAt(0);
        if (sign != '+' && sign != '-') {
            return ZoneId.of(zone);
        }
        String digits = zone.substring(1).replace(":", "");
        int whole = digits.length() <= 2
                ? Integer.parseInt(digits)
                : Integer.parseInt(digits.substring(0, digits.length() - 2));
        int minutes = digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
        return ZoneOffset.ofTotalSeconds((sign == '-' ? -1 : 1) * (whole * 3600 + minutes * 60));
    }

    Instant in(ZoneId blogZone) {
        return local.atZone(zone == null ? blogZone : zone).toInstant();
    }

    LocalDate day() {
        return local.toLocalDate();
    }
}
