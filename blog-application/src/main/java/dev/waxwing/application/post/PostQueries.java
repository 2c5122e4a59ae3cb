package dev.waxwing.application.post;

import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.Slug;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Port: read-only questions about posts, answered in views. Unless it is said, only published posts are ever in an answer,
 * so driving adapters may ask directly. Lists are newest first.
 */
public interface PostQueries {
    Optional<PostView> published(Slug slug);

    /** @param offset how many of the newest to pass over */
    List<PostSummary> published(PostScope scope, long offset, int limit);

    /** The ones just older than a place in the list. */
    List<PostSummary> olderThan(PostCursor place, PostScope scope, int limit);

    /** The ones just newer than a place in the list, the nearest first. */
    List<PostSummary> newerThan(PostCursor place, PostScope scope, int limit);

    /** The newest posts of a scope with their HTML, for feeds. */
    List<PostView> latest(PostScope scope, int limit);

    /** Articles that share tags with a post, the most shared first and then the newest; the post itself is not among them. */
    List<PostSummary> related(PostSummary post, int limit);

    /**
     * What leads on from an article, in one go.
     *
     * @param related how many related articles at most
     */
    default Surroundings around(PostSummary article, int related) {
        PostScope articles = new PostScope.Articles();
        return new Surroundings(
                olderThan(article.cursor(), articles, 1).stream().findFirst(),
                newerThan(article.cursor(), articles, 1).stream().findFirst(),
                related(article, related));
    }

    /** The posts of a group that readers see, in the order of their language tags. */
    List<Translation> translations(TranslationGroup group);

    /** The lists that a post of any status stands in while it is published. */
    Optional<PostLists> listsOf(PostId post);

    /** The published ones among these, in the order asked for. */
    List<PostSummary> summaries(List<PostId> posts);

    /** The published ones among these, with their words, for the search index. */
    List<SearchText> searchTexts(List<PostId> posts);

    /** How many posts are published, articles and pages; kept, not counted. */
    long publishedCount();

    /** Articles and pages in a stable order, for sitemaps. */
    List<PostAddress> addresses(long offset, int limit);

    /** The years in which articles were published, by the calendar of a zone, newest first. */
    List<Integer> years(ZoneId zone);

    /** The history of a post of any status, newest revision first, the present one included. */
    List<RevisionView> revisions(PostId post);
}
