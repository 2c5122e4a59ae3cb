package dev.waxwing.adapter.jdbi;

import dev.waxwing.application.contract.Storage;
import dev.waxwing.application.shared.FreeSpace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbiPersistenceH2FileTest implements StorageContracts {
    @TempDir
    private Path data;

    private JdbiPersistence persistence;
    private Storage storage;

    @BeforeEach
    void open() {
        persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY);
        storage = Databases.storage(persistence);
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }
}
