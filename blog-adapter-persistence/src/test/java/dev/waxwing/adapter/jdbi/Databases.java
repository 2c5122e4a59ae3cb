package dev.waxwing.adapter.jdbi;

import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.application.contract.Storage;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** Fresh, empty storages for tests. */
public final class Databases {
    private Databases() {}

    /** A database in memory, which ends with the pool. */
    public static JdbcConnectionPool h2InMemory() {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000".formatted(UUID.randomUUID()), "sa", "");
    }

    public static JdbiPersistence openH2InMemory() {
        return JdbiPersistence.open(h2InMemory(), Dialect.H2);
    }

    public static Storage storage(JdbiPersistence persistence) {
        return new Storage(
                persistence.unitOfWork(),
                persistence.changes(),
                persistence.posts(),
                persistence.postQueries(),
                persistence.authors(),
                persistence.authorQueries(),
                persistence.tags(),
                persistence.tagQueries(),
                persistence.redirects(),
                persistence.redirectQueries());
    }
}
