package dev.waxwing.adapter.jdbi.site;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.site.SettingsRepository;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.site.Colour;
import dev.waxwing.domain.site.Logo;
import dev.waxwing.domain.site.NavigationLink;
import dev.waxwing.domain.site.SavedSettings;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.SettingsEvent;
import dev.waxwing.domain.site.Typeface;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The settings in a table of one row, and the navigation in another. */
public final class JdbiSettingsRepository implements SettingsRepository {
    private static final String INSERT = """
            INSERT INTO site_settings (id, title, tagline, logo, logo_alt, language, zone, posts_per_page, accent, typeface,
                search_engines, version)
            VALUES (1, :title, :tagline, :logo, :logoAlt, :language, :zone, :postsPerPage, :accent, :typeface,
                :searchEngines, :version + 1)
            """;
    private static final String UPDATE = """
            UPDATE site_settings SET title = :title, tagline = :tagline, logo = :logo, logo_alt = :logoAlt,
                language = :language, zone = :zone, posts_per_page = :postsPerPage, accent = :accent,
                typeface = :typeface, search_engines = :searchEngines, version = version + 1
            WHERE id = 1 AND version = :version
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiSettingsRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<SavedSettings> find() {
        return database.read(handle -> handle.createQuery("""
                SELECT title, tagline, logo, logo_alt, language, zone, posts_per_page, accent, typeface, search_engines,
                    version
                FROM site_settings WHERE id = 1
                """)
                .map((row, context) -> state(row))
                .findOne()
                .map(state -> withNavigation(handle, state)));
    }

    /** Asked second: whoever changes both meanwhile has raised the version that was read first. */
    private static SavedSettings withNavigation(Handle handle, SavedSettings.State state) {
        List<NavigationLink> navigation = handle.createQuery(
                        "SELECT label, target FROM site_navigation ORDER BY position")
                .map((row, context) -> new NavigationLink(row.getString("label"), row.getString("target")))
                .list();
        return SavedSettings.restore(new SavedSettings.State(state.settings().linking(navigation), state.version()));
    }

    @Override
    public void save(SavedSettings saved) {
        List<SettingsEvent> events = saved.drainEvents();
        SavedSettings.State state = saved.state();
        if (events.isEmpty()) {
            return;
        }
        database.write(handle -> {
            Refusals.whenTaken("The settings were changed by someone else", () -> store(handle, state));
            storeNavigation(handle, state.settings().navigation());
            changes.append(events);
        });
    }

    private static void store(Handle handle, SavedSettings.State state) {
        Settings settings = state.settings();
        Logo logo = settings.logo();
        int rows = handle.createUpdate(state.version() == 0 ? INSERT : UPDATE)
                .bind("title", settings.title())
                .bind("tagline", settings.tagline())
                .bind("logo", logo == null ? null : logo.picture().value())
                .bind("logoAlt", logo == null ? null : logo.alt())
                .bind("language", settings.language().value())
                .bind("zone", settings.zone().getId())
                .bind("postsPerPage", settings.postsPerPage())
                .bind("accent", settings.accent().value())
                .bind("typeface", settings.typeface().name())
                .bind("searchEngines", settings.searchEngines().name())
                .bind("version", state.version())
                .execute();
        Refusals.requireChanged(rows, "page of settings");
    }

    private static void storeNavigation(Handle handle, List<NavigationLink> navigation) {
        handle.createUpdate("DELETE FROM site_navigation").execute();
        if (navigation.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO site_navigation (position, label, target) VALUES (:position, :label, :target)")) {
            int position = 0;
            for (NavigationLink link : navigation) {
                batch.bind("position", position++)
                        .bind("label", link.label())
                        .bind("target", link.target())
                        .add();
            }
            batch.execute();
        }
    }

    private static SavedSettings.State state(ResultSet row) throws SQLException {
        Settings settings = new Settings(
                row.getString("title"),
                row.getString("tagline"),
                logo(row),
                new LanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getInt("posts_per_page"),
                List.of(),
                new Colour(row.getString("accent")),
                Typeface.valueOf(row.getString("typeface")),
                Settings.SearchEngines.valueOf(row.getString("search_engines")));
        return new SavedSettings.State(settings, row.getLong("version"));
    }

    private static @Nullable Logo logo(ResultSet row) throws SQLException {
        String logo = row.getString("logo");
        return logo == null ? null : new Logo(new MediaAddress(logo), row.getString("logo_alt"));
    }
}
