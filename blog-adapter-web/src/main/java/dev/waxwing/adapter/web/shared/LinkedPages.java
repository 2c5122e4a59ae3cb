package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import java.util.List;

/** The pages that everything readers see has a link to. */
public final class LinkedPages {
    /** As many as fit into a line of links. */
    private static final int MOST = 6;

    private static final PostScope PAGES = new PostScope.Pages();

    private final Recall.Answer<List<PostSummary>> pages;
    private final Ingredients ingredients;

    public LinkedPages(PostQueries posts, Recall recall, Ingredients ingredients) {
        this.pages = recall.of(() -> posts.published(PAGES, 0, MOST));
        this.ingredients = ingredients;
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
        pages.refresh();
    }
}
