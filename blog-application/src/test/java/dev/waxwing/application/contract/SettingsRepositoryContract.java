package dev.waxwing.application.contract;

import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static dev.waxwing.domain.fixture.Fixtures.aSite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.application.audit.AuditEntry;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.site.Colour;
import dev.waxwing.domain.site.Logo;
import dev.waxwing.domain.site.NavigationLink;
import dev.waxwing.domain.site.SavedSettings;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.SettingsEvent;
import dev.waxwing.domain.site.Typeface;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every storage of settings must do. */
public interface SettingsRepositoryContract {
    Settings FIRST = aSite("A blog").settings();
    Settings FULL = new Settings(
            "Grain & \"Wing\" \uD83E\uDD9C",
            "Notes on small machines",
            new Logo(new MediaAddress("/media/" + "0123456789abcdef".repeat(2) + "-400x100.png"), ""),
            new LanguageTag("zh-Hant-TW"),
            ZoneId.of("America/Argentina/ComodRivadavia"),
            100,
            List.of(new NavigationLink("Shop", "https://shop.example/?a=b"), new NavigationLink("About", "/about")),
            new Colour("#0a7f3c"),
            Typeface.HUMANIST,
            Settings.SearchEngines.KEPT_OUT);

    Storage storage();

    @Test
    default void there_are_none_until_somebody_saves_them() {
        assertThat(storage().settings().find()).isEmpty();
    }

    @Test
    default void settings_are_found_as_saved() {
        save(FULL);
        assertThat(stored()).isEqualTo(new SavedSettings.State(FULL, 1));

        save(FIRST.linking(List.of()));
        assertThat(stored()).isEqualTo(new SavedSettings.State(FIRST.linking(List.of()), 2));
    }

    @Test
    default void a_change_is_in_the_feed_and_in_the_audit_trail() {
        save(FIRST.named("Another blog", ""));

        assertThat(storage().changes().after(0, 10))
                .singleElement()
                .satisfies(change -> assertThat(change.event())
                        .isEqualTo(new SettingsEvent.Changed(List.of(Settings.Part.TITLE), NOON)));
        assertThat(storage().audits().latest(Long.MAX_VALUE, 10))
                .singleElement()
                .returns("Settings.Changed", AuditEntry::act)
                .satisfies(entry -> assertThat(entry.subject()).contains("TITLE"));
    }

    @Test
    default void the_second_of_two_who_save_at_once_is_refused() {
        SavedSettings first = SavedSettings.begin(FIRST);
        SavedSettings alsoFirst = SavedSettings.begin(FIRST);
        first.change(FULL, NOON);
        alsoFirst.change(FIRST.listing(5), NOON);
        storage().settings().save(first);
        assertThatThrownBy(() -> storage().settings().save(alsoFirst)).isInstanceOf(BlogException.Conflict.class);

        SavedSettings second = storage().settings().find().orElseThrow();
        SavedSettings alsoSecond = storage().settings().find().orElseThrow();
        second.change(FULL.listing(7), NOON);
        alsoSecond.change(FULL.linking(List.of()), NOON);
        storage().settings().save(second);
        assertThatThrownBy(() -> storage().settings().save(alsoSecond)).isInstanceOf(BlogException.Conflict.class);

        assertThat(stored()).isEqualTo(new SavedSettings.State(FULL.listing(7), 2));
        assertThat(storage().changes().head()).isEqualTo(2);
    }

    @Test
    default void saving_what_did_not_change_counts_no_version() {
        save(FULL);
        save(FULL);

        assertThat(stored().version()).isEqualTo(1);
    }

    private void save(Settings settings) {
        SavedSettings saved = storage().settings().find().orElseGet(() -> SavedSettings.begin(FIRST));
        saved.change(settings, NOON);
        storage().settings().save(saved);
    }

    private SavedSettings.State stored() {
        return storage().settings().find().orElseThrow().state();
    }
}
