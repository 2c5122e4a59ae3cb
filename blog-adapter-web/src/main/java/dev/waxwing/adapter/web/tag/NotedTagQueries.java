package dev.waxwing.adapter.web.tag;

import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Optional;

/** Asks about tags, and notes what the answers depend on. */
public final class NotedTagQueries implements TagQueries {
    private final TagQueries queries;
    private final Ingredients ingredients;

    public NotedTagQueries(TagQueries queries, Ingredients ingredients) {
        this.queries = queries;
        this.ingredients = ingredients;
    }

    @Override
    public Optional<TagView> find(Slug slug) {
        Optional<TagView> tag = queries.find(slug);
        tag.map(TagView::id).map(PageKey::tag).ifPresent(ingredients::note);
        return tag;
    }

    @Override
    public List<TagView> inUse() {
        ingredients.note(PageKey.TAGS);
        return queries.inUse();
    }

    @Override
    public List<TagView> all() {
        ingredients.note(PageKey.TAGS);
        return queries.all();
    }

    @Override
    public List<TagView> bySlug(Optional<Slug> after, int limit) {
        ingredients.note(PageKey.TAGS);
        return queries.bySlug(after, limit);
    }
}
