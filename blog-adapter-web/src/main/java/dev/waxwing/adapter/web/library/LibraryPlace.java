package dev.waxwing.adapter.web.library;

import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.library.MediaCursor;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A place in the library as addresses name it: {@code 2026-03-01T12:00:00Z_0f…9a-1200x800.jpg}. */
final class LibraryPlace {
    private LibraryPlace() {}

    static String of(MediaCursor place) {
        return place.at() + "_" + place.address().fileName();
    }

    /** @throws BlogException.Invalid if it names no place */
    static Optional<MediaCursor> parse(String place) {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int end = place.indexOf('_');
        String address = "/media/" + place.substring(end + 1);
        if (end < 0 || !MediaAddress.matches(address)) {
            throw Params.noPlace("after", place);
        }
        try {
            return Optional.of(new MediaCursor(Instant.parse(place.substring(0, end)), new MediaAddress(address)));
        } catch (DateTimeException e) {
            throw Params.noPlace("after", place);
        }
    }
}
