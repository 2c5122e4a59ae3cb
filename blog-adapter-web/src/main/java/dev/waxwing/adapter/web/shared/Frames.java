package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Site;
import jakarta.inject.Inject;

/** Puts pages into their frame. */
public final class Frames {
    /** As many pages as fit into a line of links. */
    private static final int LINKED_PAGES = 6;

    private final SiteSettings settings;
    private final PostQueries posts;
    private final Assets assets;
    private final String notice;

    @Inject
    public Frames(SiteSettings settings, PostQueries posts, Assets assets) {
        this(settings, posts, assets, "");
    }

    private Frames(SiteSettings settings, PostQueries posts, Assets assets, String notice) {
        this.settings = settings;
        this.posts = posts;
        this.assets = assets;
        this.notice = notice;
    }

    /** Frames as they would be with other settings. */
    public Frames trying(Settings other, String words) {
        return new Frames(() -> settings.current().with(other), posts, assets, words);
    }

    public Site site() {
        return settings.current();
    }

    Assets assets() {
        return assets;
    }

    public Frame around(Head head) {
        return new Frame(
                settings.current(), head, assets, posts.published(new PostScope.Pages(), 0, LINKED_PAGES), notice);
    }
}
