package dev.waxwing.adapter.jdbi.throttle;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.throttle.AllowanceStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Allowances in a table. */
public final class JdbiAllowanceStore implements AllowanceStore {
    private final Database database;

    @Inject
    public JdbiAllowanceStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> find(String subject) {
        return database.read(
                handle -> handle.createQuery("SELECT used_until FROM allowance WHERE subject_hash = :subject")
                        .bind("subject", subject)
                        .map((row, context) -> Columns.instant(row, "used_until"))
                        .findOne());
    }

    @Override
    public Optional<Instant> lock(String subject) {
        database.enqueue();
        return find(subject);
    }

    @Override
    public void keep(String subject, Instant usedUntil) {
        database.write(handle -> {
            int known = handle.createUpdate("UPDATE allowance SET used_until = :until WHERE subject_hash = :subject")
                    .bind("until", usedUntil)
                    .bind("subject", subject)
                    .execute();
            if (known == 0) {
                handle.createUpdate("INSERT INTO allowance (subject_hash, used_until) VALUES (:subject, :until)")
                        .bind("subject", subject)
                        .bind("until", usedUntil)
                        .execute();
            }
        });
    }

    @Override
    public int forgetBefore(Instant usedUntil, int limit) {
        return database.forget("allowance", "subject_hash", "used_until", usedUntil, limit);
    }
}
