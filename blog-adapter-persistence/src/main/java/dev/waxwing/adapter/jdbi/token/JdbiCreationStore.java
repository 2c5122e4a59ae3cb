package dev.waxwing.adapter.jdbi.token;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.token.CreationStore;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** What programs have created, in a table. */
public final class JdbiCreationStore implements CreationStore {
    private final Database database;

    @Inject
    public JdbiCreationStore(Database database) {
        this.database = database;
    }

    /** Queues with the writers, so that of two who come with one key the second finds what the first has created. */
    @Override
    public Optional<Creation> find(AccountId owner, String keyHash) {
        database.enqueue();
        return database.read(handle -> handle.createQuery("""
                SELECT owner_id, key_hash, fingerprint, subject, created_at FROM api_creation
                WHERE owner_id = :owner AND key_hash = :keyHash
                """)
                .bind("owner", owner.value())
                .bind("keyHash", keyHash)
                .map((row, context) -> new Creation(
                        new AccountId(Columns.id(row, "owner_id")),
                        row.getString("key_hash"),
                        row.getString("fingerprint"),
                        row.getString("subject"),
                        Columns.instant(row, "created_at")))
                .findOne());
    }

    @Override
    public void remember(Creation creation) {
        database.write(handle -> Refusals.whenTaken(
                "The key was used meanwhile",
                () -> handle.createUpdate("""
                        INSERT INTO api_creation (owner_id, key_hash, fingerprint, subject, created_at)
                        VALUES (:owner, :keyHash, :fingerprint, :subject, :at)
                        """)
                        .bind("owner", creation.owner().value())
                        .bind("keyHash", creation.keyHash())
                        .bind("fingerprint", creation.fingerprint())
                        .bind("subject", creation.subject())
                        .bind("at", creation.at())
                        .execute()));
    }

    @Override
    public int forgetBefore(Instant at, int limit) {
        return database.forget("api_creation", "owner_id, key_hash", "created_at", at, limit);
    }
}
