package dev.waxwing.application.site;

import dev.waxwing.domain.site.Settings;

/**
 * The settings as those see them who change them.
 *
 * @param version to be named when they are changed; 0 as long as nobody has saved them
 */
public record SettingsView(Settings settings, long version) {}
