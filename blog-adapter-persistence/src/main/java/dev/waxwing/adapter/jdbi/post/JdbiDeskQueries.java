package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.post.DeskCursor;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.LinkedPost;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Answers about posts of every status: first which posts, in the order of an index; then what is shown of them. */
public final class JdbiDeskQueries implements DeskQueries {
    static final String ENTRIES = """
            SELECT id, kind, slug, newest_title, status, pending, in_review, scheduled_for, published_at, edited_at
            FROM post WHERE id = ANY(:posts)
            """;

    static final String TRANSLATIONS = """
            SELECT id, slug, title, language, status,
                (SELECT ARRAY_AGG(author_id ORDER BY position) FROM post_author WHERE post_id = post.id) AS authors
            FROM post WHERE translations = :translations
            """;

    /** With a lower end, as {@link JdbiPostRepository#DUE}. */
    static final String NEXT_DUE = """
            SELECT scheduled_for FROM post WHERE scheduled_for >= :ever
            ORDER BY scheduled_for, id FETCH FIRST ROW ONLY
            """;

    /** Behind it, no post stands: the one place from which a list is whole. */
    private static final DeskCursor START =
            new DeskCursor(Instant.parse("9999-12-31T00:00:00Z"), new PostId(new UUID(-1, -1)));

    private final Database database;

    @Inject
    public JdbiDeskQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<DeskEntry> entries(DeskFilter filter, int limit) {
        return entries(filter, START, limit);
    }

    @Override
    public List<DeskEntry> entries(DeskFilter filter, DeskCursor after, int limit) {
        return database.read(handle -> shown(handle, DeskPlaces.behind(handle, after, filter, limit)));
    }

    @Override
    public Optional<DeskEntry> entry(PostId post) {
        return database.read(
                handle -> shown(handle, List.of(post.value())).stream().findFirst());
    }

    /** There are a few at most, so they are put in order here, where both databases have the same one. */
    @Override
    public List<LinkedPost> translations(TranslationGroup group) {
        return database.read(
                handle -> handle
                        .createQuery(TRANSLATIONS)
                        .bind("translations", group.value())
                        .map((row, context) -> linked(row))
                        .stream()
                        .sorted(Comparator.comparing(post -> post.language().value()))
                        .toList());
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(handle -> handle.createQuery(NEXT_DUE)
                .bind("ever", Places.EVER)
                .map((row, context) -> Columns.instant(row, "scheduled_for"))
                .findOne());
    }

    private static List<DeskEntry> shown(Handle handle, List<UUID> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        Attributions attributions = Attributions.of(handle, posts);
        Map<UUID, DeskEntry> found = handle
                .createQuery(ENTRIES)
                .bind("posts", posts.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(Columns.id(row, "id"), entry(row, attributions)))
                .stream()
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
        return posts.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static DeskEntry entry(ResultSet row, Attributions attributions) throws SQLException {
        UUID id = Columns.id(row, "id");
        boolean changed = row.getInt("pending") != 0;
        return new DeskEntry(
                new PostId(id),
                Post.Kind.valueOf(row.getString("kind")),
                new Slug(row.getString("slug")),
                row.getString("newest_title"),
                Post.Status.valueOf(row.getString("status")),
                changed,
                changed && row.getBoolean("in_review"),
                attributions.authorsOf(id),
                attributions.tagsOf(id),
                Columns.instantOrNull(row, "scheduled_for"),
                Columns.instantOrNull(row, "published_at"),
                Columns.instant(row, "edited_at"));
    }

    private static LinkedPost linked(ResultSet row) throws SQLException {
        return new LinkedPost(
                new PostId(Columns.id(row, "id")),
                new Slug(row.getString("slug")),
                row.getString("title"),
                new LanguageTag(row.getString("language")),
                Post.Status.valueOf(row.getString("status")),
                Columns.ids(row, "authors").stream().map(AuthorId::new).toList());
    }
}
