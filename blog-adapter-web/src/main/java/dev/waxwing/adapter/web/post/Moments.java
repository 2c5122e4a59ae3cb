package dev.waxwing.adapter.web.post;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.Site;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Instants as those who write say and read them: on the clock of the blog, to the minute, with its zone spelled out. */
record Moments(ZoneId zone) {
    private static final DateTimeFormatter SPELLED_OUT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ENGLISH);

    static Moments of(Site site) {
        return new Moments(site.zone());
    }

    /** Such as {@code 3 March 2026, 09:00 (Europe/Berlin, UTC+01:00)}. */
    String spelledOut(Instant at) {
        String offset = "UTC" + OFFSET.format(at.atZone(zone));
        String named = zone.normalized() instanceof ZoneOffset ? offset : zone.getId() + ", " + offset;
        return "%s (%s)".formatted(SPELLED_OUT.format(at.atZone(zone)), named);
    }

    /** Such as {@code 3 Mar 2026, 09:00}, where the page says which zone it means. */
    String shortly(Instant at) {
        return SHORT.format(at.atZone(zone));
    }

    /** Such as {@code 09:00}, where the page names the day. */
    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** As a field for date and time holds it. */
    String field(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(at.atZone(zone));
    }

    /**
     * The instant of a time on the blog's clock; where the clock shows it twice, the first of the two.
     *
     * @param field of the form, to which a refusal belongs
     * @throws BlogException.Invalid if it is no date and time, or one that the clock leaves out when it is put forward
     */
    Instant read(String field, String text) {
        LocalDateTime time = local(field, text);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new BlogException.Invalid(
                    field,
                    "In %s the clocks are put forward then, and %s never comes; choose a time before or after"
                            .formatted(zone.getId(), SPELLED_OUT.format(time)));
        }
        return time.toInstant(offsets.get(0));
    }

    private static LocalDateTime local(String field, String text) {
        try {
            return LocalDateTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BlogException.Invalid(field, "Say a date and a time, such as 2026-03-29T09:00");
        }
    }
}
