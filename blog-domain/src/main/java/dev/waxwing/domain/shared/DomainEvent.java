package dev.waxwing.domain.shared;

import java.time.Instant;

/** Something that has happened in the model, named in the past tense. */
public interface DomainEvent {
    Instant at();
}
