package dev.waxwing.domain.site;

import dev.waxwing.domain.shared.AggregateRoot;
import java.time.Instant;
import java.util.List;

/** The settings as administrators save them: one page, of which nobody overwrites what they have not seen. */
public final class SavedSettings extends AggregateRoot<SettingsEvent> {

    /** The whole state in one value: the only door for adapters that store the settings. */
    public record State(Settings settings, long version) {}

    private State state;

    private SavedSettings(State state) {
        this.state = state;
    }

    /** The page of a new blog, which nobody has saved yet. */
    public static SavedSettings begin(Settings settings) {
        return new SavedSettings(new State(settings, 0));
    }

    public static SavedSettings restore(State state) {
        return new SavedSettings(state);
    }

    public void change(Settings settings, Instant now) {
        List<Settings.Part> parts = settings.differencesFrom(state.settings());
        if (parts.isEmpty()) {
            return;
        }
        state = new State(settings, state.version());
        raise(new SettingsEvent.Changed(parts, now));
    }

    public State state() {
        return state;
    }
}
