package dev.waxwing.application.site;

import dev.waxwing.application.shared.UnitOfWork;
import java.time.Clock;

/** Everything that can be done with the settings, wired by hand: for embedding, for tests and for the bootstrap. */
public record SiteUseCases(ReadSettings read, ChangeSettings change) {

    public static SiteUseCases of(
            ConfiguredSite configured, SettingsRepository saved, Pictures library, UnitOfWork work, Clock clock) {
        return new SiteUseCases(
                new ReadSettings(configured, saved), new ChangeSettings(configured, saved, library, work, clock));
    }
}
