package dev.waxwing.adapter.jdbi.upkeep;

import dev.waxwing.adapter.jdbi.shared.Columns;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.upkeep.DutyRoster;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The roster as a table. Who takes a duty moves its time, and nodes queue to do that, so the next one finds it taken. */
public final class JdbiDutyRoster implements DutyRoster {
    private final Database database;

    @Inject
    public JdbiDutyRoster(Database database) {
        this.database = database;
    }

    /** Whoever finds it taken, as most do who ask, writes nothing. */
    @Override
    public boolean take(String duty, Instant now, Instant until, Duration longest) {
        if (!isDue(duty, now, longest)) {
            return false;
        }
        return database.inUnitOfWork(() -> {
            database.enqueue();
            boolean due = isDue(duty, now, longest);
            if (due) {
                settle(duty, until);
            }
            return due;
        });
    }

    @Override
    public void settle(String duty, Instant due) {
        database.write(handle -> {
            if (change("UPDATE duty SET due_at = :due WHERE name = :name", handle, duty, due) == 0) {
                change("INSERT INTO duty (name, due_at) VALUES (:name, :due)", handle, duty, due);
            }
        });
    }

    private static int change(String sql, Handle handle, String duty, Instant due) {
        return handle.createUpdate(sql).bind("name", duty).bind("due", due).execute();
    }

    private boolean isDue(String duty, Instant now, Duration longest) {
        return due(duty)
                .filter(due -> now.isBefore(due) && !due.isAfter(now.plus(longest)))
                .isEmpty();
    }

    @Override
    public Optional<Instant> due(String duty) {
        return database.read(handle -> handle.createQuery("SELECT due_at FROM duty WHERE name = :name")
                .bind("name", duty)
                .map((row, context) -> Columns.instant(row, "due_at"))
                .findOne());
    }
}
