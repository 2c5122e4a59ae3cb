package dev.waxwing.adapter.jdbi.redirect;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.redirect.Destination;
import dev.waxwing.application.redirect.RedirectCursor;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectView;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Follows redirects through the tables of the things they lead to. */
public final class JdbiRedirectQueries implements RedirectQueries {
    static final String LATEST = """
            SELECT path, target_kind, target, reason, since FROM redirect
            ORDER BY since DESC, path_hash DESC FETCH FIRST :limit ROWS ONLY
            """;
    static final String LATEST_BEHIND = """
            SELECT path, target_kind, target, reason, since FROM redirect
            WHERE since <= :since AND (since < :since OR path_hash < :hash)
            ORDER BY since DESC, path_hash DESC FETCH FIRST :limit ROWS ONLY
            """;

    private final Database database;

    @Inject
    public JdbiRedirectQueries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Destination> find(SitePath from) {
        return database.read(handle -> {
            Optional<Target> target = target(handle, from);
            return target.isPresent() ? follow(handle, target.get()) : archivedAt(handle, from);
        });
    }

    @Override
    public List<RedirectView> latest(Optional<RedirectCursor> after, int limit) {
        return database.read(handle -> {
            Query query = handle.createQuery(after.isPresent() ? LATEST_BEHIND : LATEST);
            after.ifPresent(cursor -> query.bind("since", cursor.since()).bind("hash", Targets.hash(cursor.from())));
            return query.bind("limit", limit)
                    .map((row, context) -> view(handle, row))
                    .list();
        });
    }

    @Override
    public Optional<RedirectView> stored(SitePath from) {
        return database.read(handle -> handle.createQuery("""
                SELECT path, target_kind, target, reason, since FROM redirect WHERE path_hash = :hash
                """)
                .bind("hash", Targets.hash(from))
                .map((row, context) -> view(handle, row))
                .findOne());
    }

    private static RedirectView view(Handle handle, ResultSet row) throws SQLException {
        return new RedirectView(
                new SitePath(row.getString("path")),
                follow(handle, Targets.read(row.getString("target_kind"), row.getString("target"))),
                Redirect.Reason.valueOf(row.getString("reason")),
                Columns.instant(row, "since"));
    }

    /** A longer chain than we follow is most likely a circle, which leads nowhere. */
    private static Optional<Destination> follow(Handle handle, Target first) {
        Target target = first;
        for (int hops = 0; target instanceof Target.ToPath to; hops++) {
            if (hops == LONGEST_CHAIN) {
                return Optional.empty();
            }
            Optional<Target> next = target(handle, to.path());
            if (next.isEmpty()) {
                return standingAt(handle, to.path());
            }
            target = next.get();
        }
        return destination(handle, target);
    }

    private static Optional<Destination> destination(Handle handle, Target target) {
        if (target instanceof Target.ToPost to) {
            return post(handle, to.post());
        }
        if (target instanceof Target.ToTag to) {
            return tag(handle, to.tag());
        }
        if (target instanceof Target.ToAuthor to) {
            return author(handle, to.author());
        }
        if (target instanceof Target.ToAddress to) {
            return Optional.of(new Destination.Moved(to.address().value()));
        }
        return Optional.of(new Destination.Gone());
    }

    private static Optional<Target> target(Handle handle, SitePath path) {
        return handle.createQuery("SELECT target_kind, target FROM redirect WHERE path_hash = :hash")
                .bind("hash", Targets.hash(path))
                .map((row, context) -> Targets.read(row.getString("target_kind"), row.getString("target")))
                .findOne();
    }

    private static Optional<Destination> post(Handle handle, PostId id) {
        return handle.createQuery("SELECT slug, status FROM post WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> post(row))
                .findOne()
                .flatMap(found -> found);
    }

    private static Optional<Destination> tag(Handle handle, TagId id) {
        return handle.createQuery("SELECT slug FROM tag WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> moved(SitePath.ofTag(new Slug(row.getString("slug")))))
                .findOne();
    }

    private static Optional<Destination> author(Handle handle, AuthorId id) {
        return handle.createQuery("SELECT handle FROM author WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> moved(SitePath.ofAuthor(new Slug(row.getString("handle")))))
                .findOne();
    }

    /** The end of a chain of paths: a post if one is there, else whatever the site has at the path. */
    private static Optional<Destination> standingAt(Handle handle, SitePath path) {
        return handle.createQuery("SELECT slug, status FROM post WHERE slug = :slug")
                .bind("slug", path.value().substring(1))
                .map((row, context) -> post(row))
                .findOne()
                .orElseGet(() -> Optional.of(moved(path)));
    }

    private static Optional<Destination> archivedAt(Handle handle, SitePath path) {
        return handle.createQuery("""
                        SELECT id FROM post
                        WHERE slug = :slug AND status IN ('ARCHIVED', 'TRASHED') AND published_at IS NOT NULL
                        """)
                .bind("slug", path.value().substring(1))
                .map((row, context) -> (Destination) new Destination.Gone())
                .findOne();
    }

    private static Optional<Destination> post(ResultSet row) throws SQLException {
        return switch (Post.Status.valueOf(row.getString("status"))) {
            case PUBLISHED -> Optional.of(moved(SitePath.ofPost(new Slug(row.getString("slug")))));
            case ARCHIVED, TRASHED -> Optional.of(new Destination.Gone());
            case DRAFT, IN_REVIEW, SCHEDULED -> Optional.empty();
        };
    }

    private static Destination moved(SitePath path) {
        return new Destination.Moved(path.encoded());
    }
}
