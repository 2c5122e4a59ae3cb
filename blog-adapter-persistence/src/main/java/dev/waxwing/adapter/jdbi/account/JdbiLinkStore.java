package dev.waxwing.adapter.jdbi.account;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.account.LinkStore;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The links of accounts in a table. */
public final class JdbiLinkStore implements LinkStore {
    private final Database database;

    @Inject
    public JdbiLinkStore(Database database) {
        this.database = database;
    }

    @Override
    public void keep(Link link) {
        database.write(handle -> handle.createUpdate(
                        "INSERT INTO account_link (token_hash, account_id, ends_at) VALUES (:hash, :account, :endsAt)")
                .bind("hash", link.tokenHash())
                .bind("account", link.account().value())
                .bind("endsAt", link.endsAt())
                .execute());
    }

    @Override
    public Optional<Link> find(String tokenHash) {
        return database.read(handle -> handle.createQuery(
                        "SELECT token_hash, account_id, ends_at FROM account_link WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .map((row, context) -> new Link(
                        row.getString("token_hash"),
                        new AccountId(Columns.id(row, "account_id")),
                        Columns.instant(row, "ends_at")))
                .findOne());
    }

    @Override
    public void revoke(AccountId account) {
        database.write(handle -> handle.createUpdate("DELETE FROM account_link WHERE account_id = :account")
                .bind("account", account.value())
                .execute());
    }

    @Override
    public int forgetEnded(Instant before, int limit) {
        return database.forget("account_link", "token_hash", "ends_at", before, limit);
    }
}
