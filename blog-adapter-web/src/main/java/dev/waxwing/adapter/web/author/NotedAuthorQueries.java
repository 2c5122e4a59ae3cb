package dev.waxwing.adapter.web.author;

import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Optional;

/** Asks about authors, and notes what the answers depend on. */
public final class NotedAuthorQueries implements AuthorQueries {
    private final AuthorQueries queries;
    private final Ingredients ingredients;

    public NotedAuthorQueries(AuthorQueries queries, Ingredients ingredients) {
        this.queries = queries;
        this.ingredients = ingredients;
    }

    @Override
    public Optional<AuthorView> find(Slug handle) {
        Optional<AuthorView> author = queries.find(handle);
        author.map(AuthorView::id).map(PageKey::author).ifPresent(ingredients::note);
        return author;
    }

    @Override
    public List<AuthorView> all() {
        ingredients.note(PageKey.AUTHORS);
        return queries.all();
    }

    @Override
    public List<AuthorView> byHandle(Optional<Slug> after, int limit) {
        ingredients.note(PageKey.AUTHORS);
        return queries.byHandle(after, limit);
    }
}
