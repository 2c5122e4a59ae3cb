package dev.waxwing.adapter.web.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a client asks for (RFC 9110, section 14.1.2).
 *
 * @param first from 0
 * @param last included
 */
record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What a Range header comes to. */
    enum Outcome {
        WHOLE,
        PART,
        OUTSIDE
    }

    /** A range, if there is one, and what to do. */
    record Asked(Outcome outcome, Optional<ByteRange> range) {
        private static final Asked WHOLE = new Asked(Outcome.WHOLE, Optional.empty());
        private static final Asked OUTSIDE = new Asked(Outcome.OUTSIDE, Optional.empty());
    }

    /** Asks for several ranges and other units are answered with the whole file, as the standard allows. */
    static Asked of(@Nullable String header, long size) {
        Matcher form = FORM.matcher(header == null ? "" : header.strip());
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Asked.WHOLE;
        }
        ByteRange range = form.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(form.group(2))), size - 1)
                : from(Long.parseLong(form.group(1)), form.group(2), size);
        if (!form.group(1).isEmpty() && !form.group(2).isEmpty() && Long.parseLong(form.group(2)) < range.first) {
            return Asked.WHOLE;
        }
        return range.first > range.last ? Asked.OUTSIDE : new Asked(Outcome.PART, Optional.of(range));
    }

    private static ByteRange from(long first, String last, long size) {
        return new ByteRange(first, last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1));
    }

    long length() {
        return last - first + 1;
    }
}
