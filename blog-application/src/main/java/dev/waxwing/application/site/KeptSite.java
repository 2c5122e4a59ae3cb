package dev.waxwing.application.site;

import dev.waxwing.application.shared.Kept;
import dev.waxwing.domain.site.SavedSettings;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Site;
import jakarta.inject.Inject;
import java.util.Optional;

/** The current site for those who ask for it many times a page: the settings are kept in memory until it is refreshed. */
public final class KeptSite implements SiteSettings {
    private final ConfiguredSite configured;
    private final Kept<Optional<Settings>> saved;

    @Inject
    public KeptSite(ConfiguredSite configured, SettingsRepository saved) {
        this.configured = configured;
        this.saved = new Kept<>(() -> saved.find().map(SavedSettings::state).map(SavedSettings.State::settings));
    }

    @Override
    public Site current() {
        Site site = configured.site();
        return saved.get().map(site::with).orElse(site);
    }

    @Override
    public void refresh() {
        saved.letGo();
    }
}
