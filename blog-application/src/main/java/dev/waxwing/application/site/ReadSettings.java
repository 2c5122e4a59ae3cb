package dev.waxwing.application.site;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.SavedSettings;
import jakarta.inject.Inject;

/** Use case: see the settings, to change them. */
public final class ReadSettings {
    private final ConfiguredSite configured;
    private final SettingsRepository saved;

    @Inject
    public ReadSettings(ConfiguredSite configured, SettingsRepository saved) {
        this.configured = configured;
        this.saved = saved;
    }

    /** @throws BlogException.Forbidden unless the actor runs the blog */
    public SettingsView handle(Actor actor) {
        actor.requireMayAdminister();
        SavedSettings.State state = saved.find()
                .orElseGet(() -> SavedSettings.begin(configured.site().settings()))
                .state();
        return new SettingsView(state.settings(), state.version());
    }
}
