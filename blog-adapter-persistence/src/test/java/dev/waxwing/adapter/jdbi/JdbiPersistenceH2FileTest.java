package dev.waxwing.adapter.jdbi;

import dev.waxwing.application.contract.Storage;
import dev.waxwing.application.shared.FreeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbiPersistenceH2FileTest implements StorageContracts {
    /** A folder with the tables, which is copied: making them takes longer than most of the tests. */
    @TempDir
    static Path template;

    @TempDir
    private Path data;

    private JdbiPersistence persistence;
    private Storage storage;

    @BeforeAll
    static void make() {
        JdbiPersistence.inFolder(template, FreeSpace.PLENTY).close();
    }

    @BeforeEach
    void open() throws IOException {
        copy();
        persistence = JdbiPersistence.inFolder(data, FreeSpace.PLENTY);
        storage = Databases.storage(persistence);
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.list(template)) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve(file.getFileName()));
            }
        }
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
