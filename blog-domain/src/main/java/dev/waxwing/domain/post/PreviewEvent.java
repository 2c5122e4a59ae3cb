package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.DomainEvent;
import java.time.Instant;

/** What happens to preview links. */
public sealed interface PreviewEvent extends DomainEvent {
    PreviewId preview();

    record Shared(PreviewId preview, PostId post, Instant until, Instant at) implements PreviewEvent {}

    record Revoked(PreviewId preview, PostId post, Instant at) implements PreviewEvent {}
}
