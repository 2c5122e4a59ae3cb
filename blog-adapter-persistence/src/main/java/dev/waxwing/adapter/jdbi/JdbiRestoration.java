package dev.waxwing.adapter.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import dev.waxwing.adapter.jdbi.backup.RowLoader;
import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Dialect;
import dev.waxwing.adapter.jdbi.shared.Durability;
import dev.waxwing.adapter.jdbi.shared.JournaledFile;
import dev.waxwing.application.backup.RowIntake;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A database that takes the rows of a backup, and is a blog's when it has taken all of them. */
public final class JdbiRestoration implements RowIntake {
    private static final String DRAFT = "database";

    private final Taking taking;

    private interface Taking {
        void take(int schema, Consumer<Shelf> giver);
    }

    private JdbiRestoration(Taking taking) {
        this.taking = taking;
    }

    /**
     * The embedded database of a data folder that has none. It is filled beside its place, in {@link BlogFolders#RESTORING}, and
     * moved there when it is whole.
     */
    public static JdbiRestoration inFolder(Path data) {
        return new JdbiRestoration((schema, giver) -> {
            requireNoDatabase(data);
            Path unfinished = data.resolve(BlogFolders.RESTORING).resolve(DRAFT);
            H2Database file = new H2Database(unfinished);
            file.open();
            try {
                fill(file.source(), schema, giver);
                file.moveTo(data);
            } finally {
                file.close();
                remove(unfinished);
            }
        });
    }

    /**
     * A PostgreSQL database, by its JDBC address; tables of others may be in it. Until it has taken everything, it is refused to
     * whoever opens it, and takes another restoring, which begins anew.
     */
    public static JdbiRestoration at(String jdbcUrl, String user, String password) {
        Dialect dialect = Dialect.of(jdbcUrl);
        return new JdbiRestoration((schema, giver) -> {
            try (HikariDataSource connections =
                    JdbiPersistence.connect(JdbiPersistence.pool(2, dialect, jdbcUrl, user, password))) {
                fill(connections, schema, giver);
            }
        });
    }

    @Override
    public void take(int schema, Consumer<Shelf> giver) {
        taking.take(schema, giver);
    }

    private static void fill(DataSource source, int version, Consumer<Shelf> giver) {
        Schema schema = new Schema(source);
        Database database = new Database(source, Durability.BY_COMMIT);
        schema.beginRestoring(version);
        RowLoader.load(database, shelf -> {
            giver.accept(shelf);
            Schema.noteFilled(database);
        });
        schema.endRestoring();
    }

    private static void requireNoDatabase(Path data) {
        boolean isThere = Files.exists(data.resolve(H2Database.FILE))
                || Files.exists(data.resolve(H2Database.FILE + JournaledFile.SUFFIX));
        if (isThere) {
            throw new BlogException.Conflict(
                    "A blog lives in '%s' already; restore into an empty folder".formatted(data));
        }
    }

    private static void remove(Path unfinished) {
        try {
            for (String suffix : List.of("", JournaledFile.SUFFIX, JournaledFile.CHECKSUMS)) {
                Files.deleteIfExists(unfinished.resolve(H2Database.FILE + suffix));
            }
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new BlogException.Unavailable("The folder '%s' cannot be removed".formatted(unfinished), e);
        }
    }
}
