package dev.waxwing.adapter.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.application.contract.Storage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbiPersistencePostgreSqlTest implements StorageContracts {
    private final String address = PostgreSqlServer.freshDatabase();
    private final HikariDataSource connections = connections(address);
    private final JdbiPersistence persistence = JdbiPersistence.open(connections, Dialect.POSTGRESQL);
    private final Storage storage = Databases.storage(persistence);

    /** What many do at once takes long on a busy machine, and nobody waits for it here. */
    private static HikariDataSource connections(String address) {
        HikariConfig pool = JdbiPersistence.pool(10, Dialect.POSTGRESQL, address, PostgreSqlServer.USER, "");
        pool.setConnectionTimeout(Duration.ofMinutes(2).toMillis());
        return JdbiPersistence.connect(pool);
    }

    @AfterEach
    void close() {
        persistence.close();
        connections.close();
        PostgreSqlServer.drop(address);
    }

    @Override
    public Storage storage() {
        return storage;
    }
}
