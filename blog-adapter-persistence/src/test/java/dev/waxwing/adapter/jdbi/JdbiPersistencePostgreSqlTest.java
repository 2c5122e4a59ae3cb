package dev.waxwing.adapter.jdbi;

import dev.waxwing.application.contract.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbiPersistencePostgreSqlTest implements StorageContracts {
    private final String address = PostgreSqlServer.freshDatabase();
    private final JdbiPersistence persistence = JdbiPersistence.at(address, PostgreSqlServer.USER, "");
    private final Storage storage = Databases.storage(persistence);

    @AfterEach
    void close() {
        persistence.close();
        PostgreSqlServer.drop(address);
    }

    @Override
    public Storage storage() {
        return storage;
    }
}
