package dev.waxwing.adapter.jdbi;

import dev.waxwing.application.contract.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbiPersistenceH2Test implements StorageContracts {
    private final JdbiPersistence persistence = Databases.openH2InMemory();
    private final Storage storage = Databases.storage(persistence);

    @AfterEach
    void close() {
        persistence.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }
}
