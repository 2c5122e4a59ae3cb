package dev.waxwing.application.site;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.SavedSettings;
import java.util.Optional;

/** Port: the settings as an aggregate. Saving also appends the pending events to the change feed. */
public interface SettingsRepository {

    /** Nothing as long as nobody has saved them. */
    Optional<SavedSettings> find();

    /** @throws BlogException.Conflict if they were changed by someone else since they were loaded */
    void save(SavedSettings settings);
}
