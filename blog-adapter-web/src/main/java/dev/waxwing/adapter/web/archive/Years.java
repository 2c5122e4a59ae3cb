package dev.waxwing.adapter.web.archive;

import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.shared.Kept;
import dev.waxwing.application.site.SiteSettings;
import java.util.List;
import java.util.function.Supplier;

/** The years in which articles were published, which every page of the archive has a link to. */
public final class Years {
    private static final PageKey ARTICLES = PageKey.list(new PostScope.Articles());

    private final Supplier<List<Integer>> years;
    private final Runnable refresh;
    private final Ingredients ingredients;

    private Years(Supplier<List<Integer>> years, Runnable refresh, Ingredients ingredients) {
        this.years = years;
        this.refresh = refresh;
        this.ingredients = ingredients;
    }

    /** Asks for them each time. */
    public static Years asked(PostQueries posts, SiteSettings site, Ingredients ingredients) {
        return new Years(() -> posts.years(site.current().zone()), () -> {}, ingredients);
    }

    /** Keeps them in memory until they are refreshed: each year costs a question of its own. */
    public static Years kept(PostQueries posts, SiteSettings site, Ingredients ingredients) {
        Kept<List<Integer>> years = new Kept<>(() -> posts.years(site.current().zone()));
        return new Years(years::get, years::letGo, ingredients);
    }

    /** Newest first. */
    List<Integer> shown() {
        ingredients.note(ARTICLES);
        return years.get();
    }

    /** To be called when something in the blog has changed. */
    public void refresh() {
        refresh.run();
    }
}
