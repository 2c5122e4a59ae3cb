package dev.waxwing.domain.tag;

import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.shared.Slug;
import java.time.Instant;

/** What happens to tags. */
public sealed interface TagEvent extends DomainEvent {
    TagId tag();

    record Created(TagId tag, Slug slug, Instant at) implements TagEvent {}

    record Renamed(TagId tag, Slug slug, Instant at) implements TagEvent {}

    record Described(TagId tag, Slug slug, Instant at) implements TagEvent {}

    record Moved(TagId tag, Slug from, Slug to, Instant at) implements TagEvent {}

    record Merged(TagId tag, Slug slug, TagId into, Instant at) implements TagEvent {}
}
