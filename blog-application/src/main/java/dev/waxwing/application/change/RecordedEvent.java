package dev.waxwing.application.change;

import dev.waxwing.domain.shared.DomainEvent;

/**
 * An event in its place in the change feed.
 *
 * @param position 1 for the first change; later commits have higher positions
 */
public record RecordedEvent(long position, DomainEvent event) {}
