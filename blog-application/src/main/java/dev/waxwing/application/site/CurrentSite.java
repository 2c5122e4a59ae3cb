package dev.waxwing.application.site;

import dev.waxwing.domain.site.SavedSettings;
import dev.waxwing.domain.site.Site;
import jakarta.inject.Inject;

/** The site with the settings that were saved last, and until then with those it was configured with; asks each time. */
public final class CurrentSite implements SiteSettings {
    private final ConfiguredSite configured;
    private final SettingsRepository saved;

    @Inject
    public CurrentSite(ConfiguredSite configured, SettingsRepository saved) {
        this.configured = configured;
        this.saved = saved;
    }

    @Override
    public Site current() {
        Site site = configured.site();
        return saved.find()
                .map(SavedSettings::state)
                .map(state -> site.with(state.settings()))
                .orElse(site);
    }
}
