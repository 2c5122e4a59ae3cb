package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.PageKey;
import dev.waxwing.application.post.PostAddress;
import dev.waxwing.application.post.PostCursor;
import dev.waxwing.application.post.PostLists;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.post.RevisionView;
import dev.waxwing.application.post.SearchText;
import dev.waxwing.application.post.Surroundings;
import dev.waxwing.application.post.Translation;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.Slug;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Asks about posts, and notes what the answers depend on. */
public final class NotedPostQueries implements PostQueries {
    private static final PostScope ARTICLES = new PostScope.Articles();
    private static final PostScope PAGES = new PostScope.Pages();

    private final PostQueries queries;
    private final Ingredients ingredients;

    public NotedPostQueries(PostQueries queries, Ingredients ingredients) {
        this.queries = queries;
        this.ingredients = ingredients;
    }

    @Override
    public Optional<PostView> published(Slug slug) {
        Optional<PostView> post = queries.published(slug);
        post.map(PostView::summary).ifPresent(ingredients::note);
        return post;
    }

    @Override
    public List<PostSummary> published(PostScope scope, long offset, int limit) {
        ingredients.note(PageKey.list(scope));
        return noted(queries.published(scope, offset, limit));
    }

    @Override
    public List<PostSummary> olderThan(PostCursor place, PostScope scope, int limit) {
        noteBeside(place, scope, limit);
        return noted(queries.olderThan(place, scope, limit));
    }

    @Override
    public List<PostSummary> newerThan(PostCursor place, PostScope scope, int limit) {
        noteBeside(place, scope, limit);
        return noted(queries.newerThan(place, scope, limit));
    }

    /** Only the next one hangs on the neighbourhood alone. */
    private void noteBeside(PostCursor place, PostScope scope, int limit) {
        boolean next = limit == 1 && scope.equals(ARTICLES);
        ingredients.note(next ? PageKey.beside(place.post()) : PageKey.list(scope));
    }

    @Override
    public List<PostView> latest(PostScope scope, int limit) {
        ingredients.note(PageKey.list(scope));
        List<PostView> posts = queries.latest(scope, limit);
        posts.forEach(post -> ingredients.note(post.summary()));
        return posts;
    }

    @Override
    public List<PostSummary> related(PostSummary post, int limit) {
        noteTags(post);
        return noted(queries.related(post, limit));
    }

    @Override
    public Surroundings around(PostSummary article, int related) {
        ingredients.note(PageKey.beside(article.id()));
        noteTags(article);
        Surroundings around = queries.around(article, related);
        around.older().ifPresent(ingredients::note);
        around.newer().ifPresent(ingredients::note);
        noted(around.related());
        return around;
    }

    private void noteTags(PostSummary post) {
        post.tags().forEach(tag -> ingredients.note(PageKey.list(new PostScope.Tagged(tag.tag()))));
    }

    @Override
    public List<Translation> translations(TranslationGroup group) {
        ingredients.note(PageKey.translations(group));
        List<Translation> translations = queries.translations(group);
        translations.forEach(translation -> ingredients.note(PageKey.post(translation.post())));
        return translations;
    }

    @Override
    public Optional<PostLists> listsOf(PostId post) {
        return queries.listsOf(post);
    }

    @Override
    public List<PostSummary> summaries(List<PostId> posts) {
        posts.forEach(post -> ingredients.note(PageKey.post(post)));
        return noted(queries.summaries(posts));
    }

    @Override
    public List<SearchText> searchTexts(List<PostId> posts) {
        posts.forEach(post -> ingredients.note(PageKey.post(post)));
        return queries.searchTexts(posts);
    }

    @Override
    public long publishedCount() {
        ingredients.note(PageKey.list(ARTICLES));
        ingredients.note(PageKey.list(PAGES));
        return queries.publishedCount();
    }

    @Override
    public List<PostAddress> addresses(long offset, int limit) {
        ingredients.note(PageKey.ADDRESSES);
        return queries.addresses(offset, limit);
    }

    @Override
    public List<Integer> years(ZoneId zone) {
        ingredients.note(PageKey.list(ARTICLES));
        return queries.years(zone);
    }

    @Override
    public List<RevisionView> revisions(PostId post) {
        return queries.revisions(post);
    }

    private List<PostSummary> noted(List<PostSummary> posts) {
        posts.forEach(ingredients::note);
        return posts;
    }
}
