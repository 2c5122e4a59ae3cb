package dev.waxwing.adapter.jdbi.account;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.account.Failures;
import dev.waxwing.application.account.SignInStore;
import dev.waxwing.domain.account.AccountId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Failures and known browsers in tables. */
public final class JdbiSignInStore implements SignInStore {
    private final Database database;

    @Inject
    public JdbiSignInStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Failures> lock(String subject) {
        database.enqueue();
        return database.read(handle -> handle.createQuery(
                        "SELECT failures, last_at FROM sign_in_failure WHERE subject_hash = :subject")
                .bind("subject", subject)
                .map((row, context) -> new Failures(row.getInt("failures"), Columns.instant(row, "last_at")))
                .findOne());
    }

    @Override
    public void keep(String subject, Failures failures) {
        database.write(handle -> {
            int known = handle.createUpdate(
                            "UPDATE sign_in_failure SET failures = :failures, last_at = :last WHERE subject_hash = :subject")
                    .bind("failures", failures.count())
                    .bind("last", failures.last())
                    .bind("subject", subject)
                    .execute();
            if (known == 0) {
                handle.createUpdate(
                                "INSERT INTO sign_in_failure (subject_hash, failures, last_at) VALUES (:subject, :failures, :last)")
                        .bind("subject", subject)
                        .bind("failures", failures.count())
                        .bind("last", failures.last())
                        .execute();
            }
        });
    }

    @Override
    public void forget(String subject) {
        database.write(handle -> handle.createUpdate("DELETE FROM sign_in_failure WHERE subject_hash = :subject")
                .bind("subject", subject)
                .execute());
    }

    @Override
    public void forgetBefore(Instant last) {
        database.write(handle -> handle.createUpdate("DELETE FROM sign_in_failure WHERE last_at < :last")
                .bind("last", last)
                .execute());
    }

    @Override
    public boolean knows(AccountId account, String deviceHash) {
        return database.read(handle -> handle.createQuery(
                                "SELECT token_hash FROM account_device WHERE token_hash = :hash AND account_id = :account")
                        .bind("hash", deviceHash)
                        .bind("account", account.value())
                        .mapTo(String.class)
                        .findOne())
                .isPresent();
    }

    @Override
    public void remember(AccountId account, String deviceHash, Instant at) {
        database.write(handle -> {
            int seen = handle.createUpdate(
                            "UPDATE account_device SET seen_at = :at WHERE token_hash = :hash AND account_id = :account")
                    .bind("at", at)
                    .bind("hash", deviceHash)
                    .bind("account", account.value())
                    .execute();
            if (seen == 0) {
                handle.createUpdate(
                                "INSERT INTO account_device (token_hash, account_id, seen_at) VALUES (:hash, :account, :at)")
                        .bind("hash", deviceHash)
                        .bind("account", account.value())
                        .bind("at", at)
                        .execute();
            }
        });
    }

    @Override
    public int forgetDevices(Instant seenBefore, int limit) {
        return database.forget("account_device", "token_hash", "seen_at", seenBefore, limit);
    }
}
