package dev.waxwing.adapter.jdbi.redirect;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.RedirectEvent;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The redirects in a table. */
public final class JdbiRedirectRepository implements RedirectRepository {
    private static final String INSERT = """
            INSERT INTO redirect (path_hash, path, target_kind, target, reason, since, version)
            VALUES (:hash, :path, :kind, :target, :reason, :since, :version + 1)
            """;
    private static final String UPDATE = """
            UPDATE redirect SET target_kind = :kind, target = :target, reason = :reason, since = :since,
                version = version + 1
            WHERE path_hash = :hash AND version = :version
            """;

    private static final int MOST_AT_ONCE = 500;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiRedirectRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<Redirect> find(SitePath from) {
        return database.read(handle -> handle.createQuery("""
                SELECT path, target_kind, target, reason, since, version FROM redirect WHERE path_hash = :hash
                """)
                .bind("hash", Targets.hash(from))
                .map((row, context) -> Redirect.restore(state(row)))
                .findOne());
    }

    @Override
    public List<Redirect> findAll(Collection<SitePath> from) {
        List<String> hashes = from.stream().map(Targets::hash).toList();
        List<Redirect> found = new ArrayList<>();
        for (int start = 0; start < hashes.size(); start += MOST_AT_ONCE) {
            found.addAll(among(hashes.subList(start, Math.min(start + MOST_AT_ONCE, hashes.size()))));
        }
        return found;
    }

    private List<Redirect> among(List<String> hashes) {
        return database.read(handle -> handle.createQuery("""
                SELECT path, target_kind, target, reason, since, version FROM redirect WHERE path_hash IN (<hashes>)
                """)
                .bindList("hashes", hashes)
                .map((row, context) -> Redirect.restore(state(row)))
                .list());
    }

    /** Without an index, because targets can be too long for one, and only merging two tags asks. */
    @Override
    public List<Redirect> leadingTo(Target target) {
        Targets.Columns wanted = Targets.Columns.of(target);
        return database.read(handle -> handle.createQuery("""
                SELECT path, target_kind, target, reason, since, version FROM redirect
                WHERE target_kind = :kind AND target IS NOT DISTINCT FROM CAST(:target AS VARCHAR(2000))
                """)
                .bind("kind", wanted.kind())
                .bind("target", wanted.text())
                .map((row, context) -> Redirect.restore(state(row)))
                .list());
    }

    @Override
    public boolean isTakenByPost(SitePath path) {
        return database.read(handle -> handle.createQuery("SELECT id FROM post WHERE slug = :slug")
                .bind("slug", path.value().substring(1))
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void save(Redirect redirect) {
        List<RedirectEvent> events = redirect.drainEvents();
        Redirect.State state = redirect.state();
        if (events.isEmpty() && state.version() > 0) {
            requireVersion(state);
            return;
        }
        database.write(handle -> {
            Refusals.whenTaken(
                    "The address '%s' leads somewhere already".formatted(state.from()), () -> store(handle, state));
            changes.append(events);
        });
    }

    @Override
    public void addAll(List<Redirect> redirects) {
        if (redirects.isEmpty()) {
            return;
        }
        List<RedirectEvent> events = redirects.stream()
                .flatMap(redirect -> redirect.drainEvents().stream())
                .toList();
        database.write(handle -> {
            Refusals.whenTaken("One of the addresses leads somewhere already", () -> insert(handle, redirects));
            changes.append(events);
        });
    }

    @Override
    public void remove(Redirect redirect) {
        List<RedirectEvent> events = redirect.drainEvents();
        database.write(handle -> {
            handle.createUpdate("DELETE FROM redirect WHERE path_hash = :hash")
                    .bind("hash", Targets.hash(redirect.from()))
                    .execute();
            changes.append(events);
        });
    }

    private void requireVersion(Redirect.State state) {
        long present = find(state.from())
                .map(Redirect::state)
                .map(Redirect.State::version)
                .orElse(0L);
        Refusals.requireChanged(present == state.version() ? 1 : 0, "redirect");
    }

    private static void store(Handle handle, Redirect.State state) {
        int rows = bound(handle.createUpdate(state.version() == 0 ? INSERT : UPDATE), state)
                .execute();
        Refusals.requireChanged(rows, "redirect");
    }

    private static void insert(Handle handle, List<Redirect> redirects) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
            redirects.forEach(redirect -> bound(batch, redirect.state()).add());
            batch.execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Redirect.State state) {
        Targets.Columns target = Targets.Columns.of(state.target());
        return statement
                .bind("hash", Targets.hash(state.from()))
                .bind("path", state.from().value())
                .bind("kind", target.kind())
                .bind("target", target.text())
                .bind("reason", state.reason().name())
                .bind("since", state.since())
                .bind("version", state.version());
    }

    private static Redirect.State state(ResultSet row) throws SQLException {
        return new Redirect.State(
                new SitePath(row.getString("path")),
                Targets.read(row.getString("target_kind"), row.getString("target")),
                Redirect.Reason.valueOf(row.getString("reason")),
                Columns.instant(row, "since"),
                row.getLong("version"));
    }
}
