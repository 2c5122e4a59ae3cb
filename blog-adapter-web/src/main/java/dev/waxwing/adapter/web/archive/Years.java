package dev.waxwing.adapter.web.archive;

import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.adapter.web.shared.Recall;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.site.SiteSettings;
import java.util.List;

/** The years in which articles were published, which every page of the archive has a link to. */
public final class Years {
    private static final PageKey ARTICLES = PageKey.list(new PostScope.Articles());

    private final Recall.Answer<List<Integer>> years;
    private final Ingredients ingredients;

    /** @param recall each year costs a question of its own */
    public Years(PostQueries posts, SiteSettings site, Recall recall, Ingredients ingredients) {
        this.years = recall.of(() -> posts.years(site.current().zone()));
        this.ingredients = ingredients;
    }

    /** Newest first. */
    List<Integer> shown() {
        ingredients.note(ARTICLES);
        return years.get();
    }

    /** To be called when something in the blog has changed. */
    public void refresh() {
        years.refresh();
    }
}
