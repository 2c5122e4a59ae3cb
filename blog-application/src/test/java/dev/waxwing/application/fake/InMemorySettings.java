package dev.waxwing.application.fake;

import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.domain.site.SavedSettings;
import dev.waxwing.domain.site.SettingsEvent;
import java.util.List;
import java.util.Optional;

/** The settings in memory. */
final class InMemorySettings implements SettingsRepository {
    private final InMemoryBlog blog;

    InMemorySettings(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public Optional<SavedSettings> find() {
        return blog.read(stored -> Optional.ofNullable(stored.settings).map(SavedSettings::restore));
    }

    @Override
    public void save(SavedSettings saved) {
        List<SettingsEvent> events = saved.drainEvents();
        if (events.isEmpty()) {
            return;
        }
        blog.write(stored -> {
            SavedSettings.State state = saved.state();
            long present = stored.settings == null ? 0 : stored.settings.version();
            InMemoryBlog.requireVersion(present, state.version(), "page of settings");
            stored.settings = new SavedSettings.State(state.settings(), state.version() + 1);
            blog.append(events);
        });
    }
}
