package dev.waxwing.domain.library;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.DomainEvent;
import java.time.Instant;

/** What happens to files of the library. */
public sealed interface MediaEvent extends DomainEvent {
    MediaAddress file();

    record Added(MediaAddress file, String name, Instant at) implements MediaEvent {}

    record Described(MediaAddress file, String alt, Instant at) implements MediaEvent {}

    record Removed(MediaAddress file, String name, Instant at) implements MediaEvent {}
}
