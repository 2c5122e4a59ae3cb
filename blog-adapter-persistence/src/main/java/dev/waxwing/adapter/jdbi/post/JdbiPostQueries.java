package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.post.Milestone;
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
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Answers about posts from tables: first which posts, from an index; then what is shown of them, all at once. */
public final class JdbiPostQueries implements PostQueries {
    /**
     * As an expression: beside a list of identities, H2 would take the column itself for the better way in, and read the index of
     * all published posts to pass over all but a few.
     */
    private static final String PUBLISHED = "COALESCE(p.status, '') = 'PUBLISHED'";

    static final String SUMMARY = """
            SELECT p.id, p.kind, p.slug, p.title, p.excerpt, p.cover, p.cover_alt, p.language, p.words, p.published_at,
                p.revised_at
            FROM post p WHERE p.id = ANY(:posts) AND
            """ + PUBLISHED;
    private static final String TEXT = """
            SELECT p.id, p.kind, p.slug, p.title, p.excerpt, p.cover, p.cover_alt, p.language, p.words, p.published_at,
                p.revised_at, p.translations, r.canonical, r.html, r.contents, r.plain
            FROM post p JOIN post_revision r ON r.post_id = p.id AND r.number = p.revision
            WHERE
            """ + PUBLISHED;
    static final String WITH_TEXT = TEXT + " AND p.id = ANY(:posts)";
    static final String BY_SLUG = TEXT + " AND p.slug = :slug";
    static final String TRANSLATIONS = """
            SELECT p.id, p.slug, p.title, p.language, r.canonical
            FROM post p JOIN post_revision r ON r.post_id = p.id AND r.number = p.revision
            WHERE p.translations = :translations AND p.status = 'PUBLISHED'
            """;
    static final String NEWEST_BEFORE = """
            SELECT published_at FROM listing WHERE scope = :scope AND published_at < :until
            ORDER BY scope DESC, published_at DESC, post_id DESC FETCH FIRST ROW ONLY
            """;
    static final String VISIBLE = """
            SELECT id FROM post WHERE status = 'PUBLISHED'
            ORDER BY status, id OFFSET :offset ROWS FETCH FIRST :limit ROWS ONLY
            """;

    /** In one statement: in a list of ten thousand identities, H2 looks for each of them from the beginning. */
    static final String ADDRESSES =
            "SELECT slug, published_at, revised_at FROM post WHERE id IN (" + VISIBLE + ") ORDER BY id";

    private static final PostScope ARTICLES = new PostScope.Articles();

    private final Database database;

    /** Makes an answer of a row and the summary in it. */
    @FunctionalInterface
    private interface Shown<T> {
        T of(PostSummary summary, ResultSet row) throws SQLException;
    }

    @Inject
    public JdbiPostQueries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<PostView> published(Slug slug) {
        return database.read(handle -> handle.createQuery(BY_SLUG)
                .bind("slug", slug.value())
                .map((row, context) -> view(attributed(handle, row), row))
                .findOne());
    }

    @Override
    public List<PostSummary> published(PostScope scope, long offset, int limit) {
        return database.read(handle -> summaries(handle, Places.newest(handle, scope, offset, limit)));
    }

    @Override
    public List<PostSummary> olderThan(PostCursor place, PostScope scope, int limit) {
        return database.read(handle -> summaries(handle, Places.older(handle, place, scope, limit)));
    }

    @Override
    public List<PostSummary> newerThan(PostCursor place, PostScope scope, int limit) {
        return database.read(handle -> summaries(handle, Places.newer(handle, place, scope, limit)));
    }

    @Override
    public List<PostView> latest(PostScope scope, int limit) {
        return database.read(handle -> views(handle, Places.newest(handle, scope, 0, limit)));
    }

    @Override
    public List<PostSummary> related(PostSummary post, int limit) {
        return database.read(handle -> summaries(handle, Related.to(handle, post, limit)));
    }

    @Override
    public Surroundings around(PostSummary article, int related) {
        return database.read(handle -> {
            List<UUID> older = Places.older(handle, article.cursor(), ARTICLES, 1);
            List<UUID> newer = Places.newer(handle, article.cursor(), ARTICLES, 1);
            List<UUID> kin = Related.to(handle, article, related);
            List<UUID> all = Stream.of(older, newer, kin)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            Map<UUID, PostSummary> found = summaries(handle, all).stream()
                    .collect(Collectors.toMap(summary -> summary.id().value(), Function.identity()));
            return new Surroundings(
                    inOrder(older, found).stream().findFirst(),
                    inOrder(newer, found).stream().findFirst(),
                    inOrder(kin, found));
        });
    }

    /** There are a few at most, so they are put in order here, where both databases have the same one. */
    @Override
    public List<Translation> translations(TranslationGroup group) {
        return database.read(handle -> handle
                .createQuery(TRANSLATIONS)
                .bind("translations", group.value())
                .map((row, context) -> new Translation(
                        new PostId(Columns.id(row, "id")),
                        new Slug(row.getString("slug")),
                        row.getString("title"),
                        new LanguageTag(row.getString("language")),
                        PostRows.canonical(row)))
                .stream()
                .sorted(Comparator.comparing(
                        translation -> translation.language().value()))
                .toList());
    }

    @Override
    public Optional<PostLists> listsOf(PostId post) {
        return database.read(handle -> handle.createQuery("SELECT kind, translations FROM post WHERE id = :id")
                .bind("id", post.value())
                .map((row, context) -> Map.entry(
                        Post.Kind.valueOf(row.getString("kind")),
                        new TranslationGroup(Columns.id(row, "translations"))))
                .findOne()
                .map(found -> new PostLists(
                        found.getKey(),
                        PostRelation.TAGS.of(handle, post).stream()
                                .map(TagId::new)
                                .toList(),
                        PostRelation.AUTHORS.of(handle, post).stream()
                                .map(AuthorId::new)
                                .toList(),
                        found.getValue())));
    }

    @Override
    public List<PostSummary> summaries(List<PostId> posts) {
        return database.read(handle -> summaries(handle, ids(posts)));
    }

    @Override
    public List<SearchText> searchTexts(List<PostId> posts) {
        return database.read(handle -> shown(
                handle, ids(posts), WITH_TEXT, (summary, row) -> new SearchText(summary, row.getString("plain"))));
    }

    @Override
    public long publishedCount() {
        return database.read(handle -> handle.createQuery(
                        "SELECT COALESCE(SUM(posts), 0) FROM tally WHERE scope IN (:articles, :pages)")
                .bind("articles", Listings.ARTICLES)
                .bind("pages", Listings.PAGES)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<PostAddress> addresses(long offset, int limit) {
        return database.read(handle -> handle.createQuery(ADDRESSES)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> new PostAddress(new Slug(row.getString("slug")), updatedAt(row)))
                .list());
    }

    /** Asks from year to year, so that a gap of a thousand years costs nothing. */
    @Override
    public List<Integer> years(ZoneId zone) {
        return database.read(handle -> {
            List<Integer> years = new ArrayList<>();
            Optional<Instant> newest = newestBefore(handle, Places.NEVER);
            while (newest.isPresent()) {
                int year = newest.get().atZone(zone).getYear();
                years.add(year);
                newest = newestBefore(
                        handle, Year.of(year).atDay(1).atStartOfDay(zone).toInstant());
            }
            return years;
        });
    }

    @Override
    public List<RevisionView> revisions(PostId post) {
        return database.read(handle -> handle.createQuery("""
                SELECT r.number, r.title, a.name, r.written_at, m.reason
                FROM post_revision r LEFT JOIN author a ON a.id = r.written_by
                    LEFT JOIN post_milestone m ON m.post_id = r.post_id AND m.number = r.number
                WHERE r.post_id = :post ORDER BY r.number DESC
                """)
                .bind("post", post.value())
                .map((row, context) -> new RevisionView(
                        row.getInt("number"),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("name")),
                        Columns.instant(row, "written_at"),
                        Optional.ofNullable(row.getString("reason")).map(Milestone::valueOf)))
                .list());
    }

    private static Optional<Instant> newestBefore(Handle handle, Instant until) {
        return handle.createQuery(NEWEST_BEFORE)
                .bind("scope", Listings.ARTICLES)
                .bind("until", until)
                .map((row, context) -> Columns.instant(row, "published_at"))
                .findOne();
    }

    private static List<PostSummary> summaries(Handle handle, List<UUID> posts) {
        return shown(handle, posts, SUMMARY, (summary, row) -> summary);
    }

    private static List<PostView> views(Handle handle, List<UUID> posts) {
        return shown(handle, posts, WITH_TEXT, JdbiPostQueries::view);
    }

    private static PostView view(PostSummary summary, ResultSet row) throws SQLException {
        return new PostView(
                summary,
                row.getString("html"),
                row.getString("contents"),
                PostRows.canonical(row),
                new TranslationGroup(Columns.id(row, "translations")));
    }

    private static PostSummary attributed(Handle handle, ResultSet row) throws SQLException {
        return summary(row, Attributions.of(handle, List.of(Columns.id(row, "id"))));
    }

    private static <T> List<T> shown(Handle handle, List<UUID> posts, String sql, Shown<T> shown) {
        if (posts.isEmpty()) {
            return List.of();
        }
        Attributions attributions = Attributions.of(handle, posts);
        Map<UUID, T> found = handle
                .createQuery(sql)
                .bind("posts", posts.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(Columns.id(row, "id"), shown.of(summary(row, attributions), row)))
                .stream()
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
        return inOrder(posts, found);
    }

    private static <T> List<T> inOrder(List<UUID> posts, Map<UUID, T> found) {
        return posts.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static PostSummary summary(ResultSet row, Attributions attributions) throws SQLException {
        UUID id = Columns.id(row, "id");
        return new PostSummary(
                new PostId(id),
                Post.Kind.valueOf(row.getString("kind")),
                new Slug(row.getString("slug")),
                row.getString("title"),
                row.getString("excerpt"),
                PostRows.cover(row),
                new LanguageTag(row.getString("language")),
                attributions.authorsOf(id),
                attributions.tagsOf(id),
                row.getInt("words"),
                Columns.instant(row, "published_at"),
                updatedAt(row));
    }

    private static Instant updatedAt(ResultSet row) throws SQLException {
        Instant published = Columns.instant(row, "published_at");
        Instant revised = Columns.instant(row, "revised_at");
        return revised.isAfter(published) ? revised : published;
    }

    private static List<UUID> ids(List<PostId> posts) {
        return posts.stream().map(PostId::value).toList();
    }
}
