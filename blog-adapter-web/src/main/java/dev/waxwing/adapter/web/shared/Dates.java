package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Instants as the readers of a blog write them: in its language, on the clock of its zone. */
public record Dates(Locale locale, ZoneId zone) {
    /** The year in a pattern of a date, with what sets it off. */
    private static final Pattern YEAR = Pattern.compile("[^\\w']*[yu]+$|^[yu]+[^\\w']*");

    /** Making one takes as long as using it ten times, and a page has hundreds of dates. */
    private static final Map<Locale, DateTimeFormatter> WITHOUT_YEAR = new ConcurrentHashMap<>();

    public static Dates of(Site site) {
        return new Dates(site.language().locale(), site.zone());
    }

    /** Such as {@code March 1, 2026}. */
    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(on(at));
    }

    /** Such as {@code Mar 1, 2026, 4:05 PM}. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** Such as {@code Mar 1}, where the year is known. */
    public String dayOfYear(Instant at) {
        return WITHOUT_YEAR.computeIfAbsent(locale, Dates::withoutYear).format(on(at));
    }

    private static DateTimeFormatter withoutYear(Locale locale) {
        String dated = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        return DateTimeFormatter.ofPattern(YEAR.matcher(dated).replaceAll(""), locale);
    }

    public String month(Instant at) {
        String name = on(at).getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    public int year(Instant at) {
        return on(at).getYear();
    }

    /** For machines: date, time and offset (RFC 3339) in the zone of the blog, to the second. */
    public String machine(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
    }

    private LocalDate on(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
