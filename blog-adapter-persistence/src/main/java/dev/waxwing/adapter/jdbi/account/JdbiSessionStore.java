package dev.waxwing.adapter.jdbi.account;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.account.Client;
import dev.waxwing.application.account.Session;
import dev.waxwing.application.account.SessionId;
import dev.waxwing.application.account.SessionStore;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions in a table. */
public final class JdbiSessionStore implements SessionStore {
    private static final String SELECT = """
            SELECT id, account_id, token_hash, address, program, started_at, seen_at FROM account_session
            """;

    private final Database database;

    @Inject
    public JdbiSessionStore(Database database) {
        this.database = database;
    }

    @Override
    public void open(Session session) {
        database.write(handle -> handle.createUpdate("""
                INSERT INTO account_session (id, account_id, token_hash, address, program, started_at, seen_at)
                VALUES (:id, :account, :tokenHash, :address, :program, :startedAt, :seenAt)
                """)
                .bind("id", session.id().value())
                .bind("account", session.account().value())
                .bind("tokenHash", session.tokenHash())
                .bind("address", session.client().address())
                .bind("program", session.client().program())
                .bind("startedAt", session.startedAt())
                .bind("seenAt", session.seenAt())
                .execute());
    }

    @Override
    public Optional<Session> find(String tokenHash) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE token_hash = :tokenHash")
                .bind("tokenHash", tokenHash)
                .map((row, context) -> session(row))
                .findOne());
    }

    @Override
    public List<Session> of(AccountId account) {
        return database.read(
                handle -> handle.createQuery(SELECT + "WHERE account_id = :account ORDER BY seen_at DESC, id DESC")
                        .bind("account", account.value())
                        .map((row, context) -> session(row))
                        .list());
    }

    @Override
    public void seen(SessionId session, Instant at) {
        database.note(handle -> handle.createUpdate("UPDATE account_session SET seen_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", session.value())
                .execute());
    }

    @Override
    public void end(AccountId account, SessionId session) {
        database.write(
                handle -> handle.createUpdate("DELETE FROM account_session WHERE id = :id AND account_id = :account")
                        .bind("id", session.value())
                        .bind("account", account.value())
                        .execute());
    }

    @Override
    public void endAll(AccountId account) {
        database.write(handle -> handle.createUpdate("DELETE FROM account_session WHERE account_id = :account")
                .bind("account", account.value())
                .execute());
    }

    @Override
    public void forget(Instant usedBefore, Instant startedBefore) {
        database.write(handle -> handle.createUpdate(
                        "DELETE FROM account_session WHERE seen_at < :usedBefore OR started_at < :startedBefore")
                .bind("usedBefore", usedBefore)
                .bind("startedBefore", startedBefore)
                .execute());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(Columns.id(row, "id")),
                new AccountId(Columns.id(row, "account_id")),
                row.getString("token_hash"),
                new Client(row.getString("address"), row.getString("program")),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "seen_at"));
    }
}
