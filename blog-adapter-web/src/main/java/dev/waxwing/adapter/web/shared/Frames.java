package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Site;
import jakarta.inject.Inject;

/** Puts pages into their frame. */
public final class Frames {
    private final SiteSettings settings;
    private final LinkedPages pages;
    private final Assets assets;
    private final String notice;

    @Inject
    public Frames(SiteSettings settings, LinkedPages pages, Assets assets) {
        this(settings, pages, assets, "");
    }

    private Frames(SiteSettings settings, LinkedPages pages, Assets assets, String notice) {
        this.settings = settings;
        this.pages = pages;
        this.assets = assets;
        this.notice = notice;
    }

    /** Frames as they would be with other settings. */
    public Frames trying(Settings other, String words) {
        return new Frames(() -> settings.current().with(other), pages, assets, words);
    }

    public Site site() {
        return settings.current();
    }

    Assets assets() {
        return assets;
    }

    public Frame around(Head head) {
        return new Frame(settings.current(), head, assets, pages.shown(), notice);
    }
}
