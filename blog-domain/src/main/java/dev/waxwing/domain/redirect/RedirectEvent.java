package dev.waxwing.domain.redirect;

import dev.waxwing.domain.shared.DomainEvent;
import java.time.Instant;

/** What happens to redirects. */
public sealed interface RedirectEvent extends DomainEvent {
    SitePath from();

    record Added(SitePath from, Instant at) implements RedirectEvent {}

    record Retargeted(SitePath from, Instant at) implements RedirectEvent {}

    record Removed(SitePath from, Instant at) implements RedirectEvent {}
}
