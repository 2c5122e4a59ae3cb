package dev.waxwing.application.site;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.Logo;
import dev.waxwing.domain.site.SavedSettings;
import dev.waxwing.domain.site.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Use case: change what the blog says of itself and how it looks, for every reader from the next request on. */
public final class ChangeSettings {

    /** @param expectedVersion the version that was seen, to be refused if there is a newer one */
    public record Command(Actor actor, long expectedVersion, Settings settings) {}

    private final ConfiguredSite configured;
    private final SettingsRepository saved;
    private final Pictures library;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ChangeSettings(
            ConfiguredSite configured, SettingsRepository saved, Pictures library, UnitOfWork work, Clock clock) {
        this.configured = configured;
        this.saved = saved;
        this.library = library;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws BlogException.Forbidden unless the actor runs the blog
     * @throws BlogException.Conflict if the settings have another version than the expected one
     * @throws BlogException.Invalid if the logo is not in the library
     */
    public void handle(Command command) {
        command.actor().requireMayAdminister();
        work.run(() -> {
            SavedSettings settings = saved.find()
                    .orElseGet(() -> SavedSettings.begin(configured.site().settings()));
            if (settings.state().version() != command.expectedVersion()) {
                throw new BlogException.Conflict("Somebody else has saved the settings meanwhile");
            }
            requireInLibrary(command.settings().logo());
            settings.change(command.settings(), clock.instant());
            saved.save(settings);
        });
    }

    private void requireInLibrary(@Nullable Logo logo) {
        if (logo != null && !library.has(logo.picture())) {
            throw new BlogException.Invalid(
                    "logo", "There is no picture '%s' in the library".formatted(logo.picture()));
        }
    }
}
