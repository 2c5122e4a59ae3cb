package dev.waxwing.adapter.web.site;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Theme;
import dev.waxwing.application.site.SettingsView;
import dev.waxwing.domain.site.Colour;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Typeface;
import java.time.ZoneId;
import java.util.List;

/**
 * The settings, to be changed.
 *
 * @param saved what holds at the moment, whatever stands in the form
 */
public record SettingsPage(Desk desk, SettingsView saved, Form form) {

    /** The zones that places are named by, for a browser to suggest. */
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || (zone.contains("/") && !zone.matches("(Etc|SystemV)/.*")))
                .sorted()
                .toList();
    }

    public static String label(Typeface typeface) {
        return switch (typeface) {
            case LITERATA -> "Literata, which comes with the blog";
            case SERIF -> "A serif of the reader's system, such as Palatino or Georgia";
            case SANS -> "The face of the reader's system";
            case HUMANIST -> "A soft sans serif of the reader's system, such as Seravek or Calibri";
        };
    }

    /** What the accent is for, and what became of the one that holds at the moment. */
    public String aboutAccent() {
        String rule =
                "Of links and marks. Where it could not be read it is made darker or lighter, no more than it takes.";
        Colour accent = saved.settings().accent();
        if (accent.equals(Settings.WAX_RED)) {
            return rule;
        }
        Theme theme = Theme.of(saved.settings());
        return "%s Saved as %s, a link is %s on light paper and %s on dark paper."
                .formatted(rule, accent, theme.linkOnLight(), theme.linkOnDark());
    }
}
