package dev.waxwing.adapter.jdbi.token;

import dev.waxwing.adapter.jdbi.change.JdbiChangeFeed;
import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.token.ApiTokenQueries;
import dev.waxwing.application.token.ApiTokenRepository;
import dev.waxwing.application.token.ApiTokenView;
import dev.waxwing.domain.account.AccountId;
import dev.waxwing.domain.token.ApiToken;
import dev.waxwing.domain.token.ApiTokenEvent;
import dev.waxwing.domain.token.ApiTokenId;
import dev.waxwing.domain.token.Scope;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Personal tokens in a table, as hashes. */
public final class JdbiApiTokenRepository implements ApiTokenRepository, ApiTokenQueries {
    private static final String SELECT = """
            SELECT id, owner_id, name, token_hash, scopes, issued_at, expires_at, last_used_at, revoked_at, version
            FROM api_token
            """;
    private static final String INSERT = """
            INSERT INTO api_token (id, owner_id, name, token_hash, scopes, issued_at, expires_at, version)
            VALUES (:id, :owner, :name, :hash, :scopes, :issued, :expires, 1)
            """;
    private static final String UPDATE = """
            UPDATE api_token SET revoked_at = :revoked, version = version + 1 WHERE id = :id AND version = :version
            """;

    private final Database database;
    private final JdbiChangeFeed changes;

    @Inject
    public JdbiApiTokenRepository(Database database, JdbiChangeFeed changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<ApiToken> find(ApiTokenId id) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> ApiToken.restore(state(row)))
                .findOne());
    }

    @Override
    public Optional<ApiToken> findByHash(String hash) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> ApiToken.restore(state(row)))
                .findOne());
    }

    @Override
    public void save(ApiToken token) {
        List<ApiTokenEvent> events = token.drainEvents();
        if (events.isEmpty()) {
            return;
        }
        database.write(handle -> {
            Refusals.requireChanged(store(handle, token.state()), "token");
            changes.append(events);
        });
    }

    @Override
    public void used(ApiTokenId id, Instant at) {
        database.note(handle -> handle.createUpdate("UPDATE api_token SET last_used_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", id.value())
                .execute());
    }

    @Override
    public int forgetEnded(Instant before, int limit) {
        return database.forget("api_token", "id", "LEAST(expires_at, COALESCE(revoked_at, expires_at))", before, limit);
    }

    @Override
    public List<ApiTokenView> of(AccountId owner) {
        return database.read(handle -> handle.createQuery(
                        SELECT + "WHERE owner_id = :owner AND revoked_at IS NULL ORDER BY issued_at DESC, id DESC")
                .bind("owner", owner.value())
                .map((row, context) -> view(state(row)))
                .list());
    }

    private static int store(Handle handle, ApiToken.State state) {
        return state.version() == 0
                ? handle.createUpdate(INSERT)
                        .bind("id", state.id().value())
                        .bind("owner", state.owner().value())
                        .bind("name", state.name())
                        .bind("hash", state.hash())
                        .bind("scopes", words(state.scopes()))
                        .bind("issued", state.issued())
                        .bind("expires", state.expires())
                        .execute()
                : handle.createUpdate(UPDATE)
                        .bind("id", state.id().value())
                        .bind("revoked", state.revoked())
                        .bind("version", state.version())
                        .execute();
    }

    private static ApiTokenView view(ApiToken.State state) {
        return new ApiTokenView(
                state.id(),
                state.name(),
                state.scopes().stream().sorted().toList(),
                state.issued(),
                state.expires(),
                state.lastUsed());
    }

    private static ApiToken.State state(ResultSet row) throws SQLException {
        return new ApiToken.State(
                new ApiTokenId(Columns.id(row, "id")),
                new AccountId(Columns.id(row, "owner_id")),
                row.getString("name"),
                row.getString("token_hash"),
                scopes(row.getString("scopes")),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "last_used_at"),
                Columns.instantOrNull(row, "revoked_at"),
                row.getLong("version"));
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(" "));
    }

    private static Set<Scope> scopes(String words) {
        return Arrays.stream(words.split(" ")).map(Scope::valueOf).collect(Collectors.toSet());
    }
}
