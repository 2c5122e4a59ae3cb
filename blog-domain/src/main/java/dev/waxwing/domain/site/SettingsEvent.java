package dev.waxwing.domain.site;

import dev.waxwing.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** What happens to the settings. */
public sealed interface SettingsEvent extends DomainEvent {
    record Changed(List<Settings.Part> parts, Instant at) implements SettingsEvent {}
}
