package dev.waxwing.adapter.jdbi.account;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.application.account.SetUpStore;
import jakarta.inject.Inject;

/** The code of a new blog in a table of one row. */
public final class JdbiSetUpStore implements SetUpStore {
    private final Database database;

    @Inject
    public JdbiSetUpStore(Database database) {
        this.database = database;
    }

    @Override
    public void keep(String codeHash) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM set_up").execute();
            handle.createUpdate("INSERT INTO set_up (id, code_hash) VALUES (1, :hash)")
                    .bind("hash", codeHash)
                    .execute();
        });
    }

    @Override
    public boolean has(String codeHash) {
        return database.read(handle -> handle.createQuery("SELECT id FROM set_up WHERE code_hash = :hash")
                        .bind("hash", codeHash)
                        .mapTo(Integer.class)
                        .findOne())
                .isPresent();
    }

    @Override
    public boolean take(String codeHash) {
        boolean[] taken = {false};
        database.write(handle -> taken[0] = handle.createUpdate("DELETE FROM set_up WHERE code_hash = :hash")
                        .bind("hash", codeHash)
                        .execute()
                > 0);
        return taken[0];
    }
}
