package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.shared.Kept;
import java.util.List;
import java.util.function.Supplier;

/** The pages that everything readers see has a link to. */
public final class LinkedPages {
    /** As many as fit into a line of links. */
    private static final int MOST = 6;

    private static final PostScope PAGES = new PostScope.Pages();

    private final Supplier<List<PostSummary>> pages;
    private final Runnable refresh;
    private final Ingredients ingredients;

    private LinkedPages(Supplier<List<PostSummary>> pages, Runnable refresh, Ingredients ingredients) {
        this.pages = pages;
        this.refresh = refresh;
        this.ingredients = ingredients;
    }

    /** Asks for them each time. */
    public static LinkedPages asked(PostQueries posts, Ingredients ingredients) {
        return new LinkedPages(() -> posts.published(PAGES, 0, MOST), () -> {}, ingredients);
    }

    /** Keeps them in memory until they are refreshed. */
    public static LinkedPages kept(PostQueries posts, Ingredients ingredients) {
        Kept<List<PostSummary>> pages = new Kept<>(() -> posts.published(PAGES, 0, MOST));
        return new LinkedPages(pages::get, pages::letGo, ingredients);
    }

    /** Newest first. */
    List<PostSummary> shown() {
        ingredients.note(PageKey.list(PAGES));
        List<PostSummary> shown = pages.get();
        shown.forEach(ingredients::note);
        return shown;
    }

    /** To be called when something in the blog has changed. */
    public void refresh() {
        refresh.run();
    }
}
