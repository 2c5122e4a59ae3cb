package dev.waxwing.adapter.jdbi.post;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.post.PostRevisions.Written;
import dev.waxwing.adapter.jdbi.shared.Batches;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.post.Excerpts;
import dev.waxwing.application.post.Milestone;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The posts in tables. Lists, counts and shown excerpts are kept ready whenever a post is saved. */
public final class JdbiPostRepository implements PostRepository {
    private static final String INSERT = """
            INSERT INTO post (id, kind, slug, status, scheduled_for, published_at, trashed_at, trashed_from, revision,
                revised_at, pending, in_review, revisions, text_version, edited_at, newest_title, title, excerpt, cover,
                cover_alt, language, words, translations, version)
            VALUES (:id, :kind, :slug, :status, :scheduledFor, :publishedAt, :trashedAt, :trashedFrom, :revision,
                :revisedAt, :pending, :inReview, :revisions, :textVersion, :editedAt, :newestTitle, :title, :excerpt, :cover,
                :coverAlt, :language, :words, :translations, :version + 1)
            """;
    private static final String UPDATE = """
            UPDATE post SET kind = :kind, slug = :slug, status = :status, scheduled_for = :scheduledFor,
                published_at = :publishedAt, trashed_at = :trashedAt, trashed_from = :trashedFrom, revision = :revision,
                revised_at = :revisedAt, pending = :pending, in_review = :inReview, revisions = :revisions,
                text_version = :textVersion, edited_at = :editedAt, newest_title = :newestTitle, title = :title,
                excerpt = :excerpt, cover = :cover, cover_alt = :coverAlt, language = :language, words = :words,
                translations = :translations, version = version + 1
            WHERE id = :id AND version = :version
            """;
    static final String POST = """
            SELECT p.id, p.kind, p.slug, p.status, p.scheduled_for, p.published_at, p.trashed_at, p.trashed_from, p.pending,
                p.in_review, p.revisions, p.text_version, p.translations, p.version, r.*
            FROM post p JOIN post_revision r ON r.post_id = p.id AND r.number = p.revision
            WHERE p.id = :id
            """;
    static final String PENDING = """
            SELECT r.* FROM post p JOIN post_revision r ON r.post_id = p.id AND r.number = p.pending WHERE p.id = :id
            """;
    static final String REVISION = "SELECT * FROM post_revision WHERE post_id = :post AND number = :number";
    static final String TAGGED = "SELECT post_id FROM post_tag WHERE tag_id = :tag FETCH FIRST :limit ROWS ONLY";

    /**
     * With a lower end too: without one, H2 reads all posts that are not scheduled, since their nulls stand first in the index.
     */
    static final String DUE = """
            SELECT id FROM post WHERE scheduled_for >= :ever AND scheduled_for <= :now
            ORDER BY scheduled_for, id FETCH FIRST :limit ROWS ONLY
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiPostRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<Post> find(PostId id) {
        return database.read(handle -> {
            List<TagId> tags =
                    PostRelation.TAGS.of(handle, id).stream().map(TagId::new).toList();
            List<AuthorId> authors = PostRelation.AUTHORS.of(handle, id).stream()
                    .map(AuthorId::new)
                    .toList();
            Revision pending = handle.createQuery(PENDING)
                    .bind("id", id.value())
                    .map((row, context) -> PostRevisions.revision(row))
                    .findOne()
                    .orElse(null);
            return handle.createQuery(POST)
                    .bind("id", id.value())
                    .map((row, context) -> Post.restore(state(row, pending, tags, authors)))
                    .findOne();
        });
    }

    @Override
    public void save(Post post) {
        Post.State state = post.state();
        List<PostEvent> events = post.drainEvents();
        if (events.isEmpty() && state.version() > 0) {
            database.requireVersion("post", state.id().value(), state.version());
            return;
        }
        List<Written> texts = Written.of(post).toList();
        database.write(handle -> {
            Refusals.whenTaken(
                    "Another post has the address '%s'".formatted(state.slug()),
                    () -> Refusals.whenTaken(
                            "post_translation", () -> takenLanguage(state), () -> store(handle, state)));
            Refusals.whenReferred("An author or a tag of the post is not there any more", () -> {
                PostRevisions.append(handle, texts);
                PostRelation.TAGS.store(handle, state);
                PostRelation.AUTHORS.store(handle, state);
            });
            PostRevisions.keepSeen(handle, List.of(state));
            Listings.place(handle, state);
            changes.append(events);
        });
    }

    @Override
    public void addAll(List<Post> posts) {
        List<Post.State> states = posts.stream().map(Post::state).toList();
        List<PostEvent> events =
                posts.stream().flatMap(post -> post.drainEvents().stream()).toList();
        List<Written> texts = posts.stream().flatMap(Written::of).toList();
        database.write(handle -> {
            Refusals.whenTaken(
                    "Another post has the address of one of the posts",
                    () -> Batches.execute(handle, INSERT, states, JdbiPostRepository::bound));
            Refusals.whenReferred("An author or a tag of a post is not there any more", () -> {
                PostRevisions.append(handle, texts);
                PostRelation.TAGS.add(handle, states);
                PostRelation.AUTHORS.add(handle, states);
            });
            PostRevisions.keepSeen(handle, states);
            Listings.add(handle, states);
            changes.append(events);
        });
    }

    @Override
    public void awaitTurn() {
        database.enqueue();
    }

    @Override
    public Optional<PostId> findBySlug(Slug slug) {
        return database.read(handle -> handle.createQuery("SELECT id FROM post WHERE slug = :slug")
                .bind("slug", slug.value())
                .map((row, context) -> new PostId(Columns.id(row, "id")))
                .findOne());
    }

    @Override
    public Set<Slug> slugsAmong(Collection<Slug> slugs) {
        if (slugs.isEmpty()) {
            return Set.of();
        }
        List<String> words = slugs.stream().map(Slug::value).toList();
        return database.read(handle -> handle.createQuery("SELECT slug FROM post WHERE slug IN (<slugs>)")
                .bindList("slugs", words)
                .map((row, context) -> new Slug(row.getString("slug")))
                .set());
    }

    @Override
    public Optional<Revision> findRevision(PostId post, int number) {
        return database.read(handle -> handle.createQuery(REVISION)
                .bind("post", post.value())
                .bind("number", number)
                .map((row, context) -> PostRevisions.revision(row))
                .findOne());
    }

    @Override
    public void keep(PostId post, int revision, Milestone milestone) {
        database.write(handle -> PostRevisions.keep(handle, post, revision, milestone));
    }

    @Override
    public void forgetPassing(PostId post, int revision) {
        database.write(handle -> PostRevisions.forgetPassing(handle, post, revision));
    }

    /** Queues with the writers before it locks the posts, or it and somebody who revises one might wait for each other. */
    @Override
    public List<PostId> due(Instant now, int limit) {
        if (waiting(DUE, now, 1).isEmpty()) {
            return List.of();
        }
        database.enqueue();
        return waiting(DUE + "FOR UPDATE SKIP LOCKED", now, limit);
    }

    @Override
    public List<PostId> tagged(TagId tag, int limit) {
        return database.read(handle -> handle.createQuery(TAGGED)
                .bind("tag", tag.value())
                .bind("limit", limit)
                .map((row, context) -> new PostId(Columns.id(row, "post_id")))
                .list());
    }

    private List<PostId> waiting(String sql, Instant now, int limit) {
        return database.read(handle -> handle.createQuery(sql)
                .bind("ever", Places.EVER)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> new PostId(Columns.id(row, "id")))
                .list());
    }

    private static void store(Handle handle, Post.State state) {
        int rows = bound(handle.createUpdate(state.version() == 0 ? INSERT : UPDATE), state)
                .execute();
        Refusals.requireChanged(rows, "post");
    }

    /** A post that is begun twice breaks several rules at once, of which the database names any. */
    private static BlogException takenLanguage(Post.State post) {
        if (post.version() == 0 && post.wasNeverLinked()) {
            return new BlogException.Conflict("There is a post of this identity already");
        }
        return new BlogException.Invalid(
                "language",
                ("A translation of the post is in the language '%s' already; choose another language, or unlink"
                                + " one of the two")
                        .formatted(post.revision().content().language()));
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Post.State state) {
        Content content = state.revision().content();
        Cover cover = content.cover();
        Revision pending = state.pending();
        Post.Trashing trashing = state.trashing();
        return statement
                .bind("id", state.id().value())
                .bind("kind", state.kind().name())
                .bind("slug", state.slug().value())
                .bind("status", state.status().name())
                .bind("scheduledFor", state.scheduledFor())
                .bind("publishedAt", state.publishedAt())
                .bind("trashedAt", trashing == null ? null : trashing.at())
                .bind("trashedFrom", trashing == null ? null : trashing.from().name())
                .bind("revision", state.revision().number())
                .bind("revisedAt", state.revision().at())
                .bind("pending", pending == null ? null : pending.number())
                .bind("inReview", state.isInReview())
                .bind("revisions", state.writing().revisions())
                .bind("textVersion", state.writing().version())
                .bind("editedAt", state.newest().at())
                .bind("newestTitle", state.newest().content().title().value())
                .bind("title", content.title().value())
                .bind("excerpt", Excerpts.of(content))
                .bind("cover", cover == null ? null : cover.picture().value())
                .bind("coverAlt", cover == null ? null : cover.alt())
                .bind("language", content.language().value())
                .bind("words", content.body().words())
                .bind("translations", state.group().value())
                .bind("version", state.version());
    }

    private static Post.State state(ResultSet row, @Nullable Revision pending, List<TagId> tags, List<AuthorId> authors)
            throws SQLException {
        return new Post.State(
                new PostId(Columns.id(row, "id")),
                Post.Kind.valueOf(row.getString("kind")),
                new Slug(row.getString("slug")),
                new Post.Writing(
                        PostRevisions.revision(row),
                        pending,
                        row.getInt("revisions"),
                        row.getLong("text_version"),
                        pending != null && row.getBoolean("in_review")),
                tags,
                authors,
                new TranslationGroup(Columns.id(row, "translations")),
                life(row),
                row.getLong("version"));
    }

    private static Post.Life life(ResultSet row) throws SQLException {
        return new Post.Life(
                Post.Status.valueOf(row.getString("status")),
                Columns.instantOrNull(row, "scheduled_for"),
                Columns.instantOrNull(row, "published_at"),
                trashing(row));
    }

    private static Post.@Nullable Trashing trashing(ResultSet row) throws SQLException {
        Instant at = Columns.instantOrNull(row, "trashed_at");
        return at == null ? null : new Post.Trashing(at, Post.Status.valueOf(row.getString("trashed_from")));
    }
}
