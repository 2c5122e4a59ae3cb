package dev.waxwing.domain.author;

import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.shared.Slug;
import java.time.Instant;

/** What happens to authors. */
public sealed interface AuthorEvent extends DomainEvent {
    AuthorId author();

    record Registered(AuthorId author, Slug handle, Instant at) implements AuthorEvent {}

    record ProfileChanged(AuthorId author, Slug handle, Instant at) implements AuthorEvent {}

    record Moved(AuthorId author, Slug from, Slug to, Instant at) implements AuthorEvent {}
}
