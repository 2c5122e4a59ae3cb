package dev.waxwing.adapter.jdbi.backup;

import dev.waxwing.adapter.jdbi.shared.Database;
import dev.waxwing.adapter.jdbi.shared.Refusals;
import dev.waxwing.application.backup.Row;
import dev.waxwing.application.backup.RowIntake;
import dev.waxwing.domain.shared.BlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Fills the tables of an empty blog, all of them in one transaction and each in batches that stay small. */
public final class RowLoader implements RowIntake.Shelf {
    private static final int ROWS_AT_ONCE = 500;
    private static final int LETTERS_AT_ONCE = 1_000_000;

    private final Database database;
    private final List<String> present;
    private final List<Row> waiting = new ArrayList<>();
    private int letters;
    private @Nullable TableShape table;

    private RowLoader(Database database, List<String> present) {
        this.database = database;
        this.present = present;
    }

    /**
     * Takes what the giver gives, or nothing.
     *
     * @throws BlogException.Conflict if a blog lives there already
     */
    public static void load(Database database, Consumer<RowIntake.Shelf> giver) {
        database.inUnitOfWork(() -> {
            database.enqueue();
            List<String> present = database.read(handle -> TableShape.names(handle.getConnection()));
            RowLoader loader = new RowLoader(database, present);
            requireNoBlog(database);
            loader.clear();
            giver.accept(loader);
            loader.flush();
            loader.continueNumbers();
            return true;
        });
    }

    @Override
    public void put(String name, Row row) {
        TableShape shape = table;
        if (shape == null || !shape.name().equals(name)) {
            flush();
            shape = shape(name);
            table = shape;
        }
        shape.requireColumns(row);
        waiting.add(row);
        for (Object value : row.cells().values()) {
            letters += value instanceof String text ? text.length() : 1;
        }
        if (waiting.size() >= ROWS_AT_ONCE || letters >= LETTERS_AT_ONCE) {
            flush();
        }
    }

    private TableShape shape(String name) {
        if (!BackupTables.carried().contains(name) || !present.contains(name)) {
            throw new BlogException.Invalid("backup", "There is no table '%s' in a blog".formatted(name));
        }
        return database.read(handle -> TableShape.of(name, handle.getConnection()));
    }

    /** @throws BlogException.Conflict if a blog lives there already */
    public static void requireNoBlog(Database database) {
        long changes = database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM change_feed")
                .mapTo(Long.class)
                .one());
        if (changes > 0) {
            throw new BlogException.Conflict(
                    "A blog lives in the database already; restore into an empty one, so that nothing is overwritten");
        }
    }

    /** Takes away the tables of a blog, of whatever version, with all that is in them. */
    public static void removeTables(Database database) {
        List<String> names = Stream.of(BackupTables.carried(), BackupTables.LEFT_OUT)
                .flatMap(List::stream)
                .toList();
        database.read(handle -> handle.execute("DROP TABLE IF EXISTS %s CASCADE".formatted(String.join(", ", names))));
    }

    /** Migrations leave a row here and there, and a server that was started once without a blog does so as well. */
    private void clear() {
        List<String> childrenFirst = new ArrayList<>(BackupTables.LEFT_OUT);
        List<String> carried = BackupTables.carried();
        for (int i = carried.size() - 1; i >= 0; i--) {
            childrenFirst.add(carried.get(i));
        }
        childrenFirst.retainAll(present);
        database.write(handle -> childrenFirst.forEach(name -> handle.execute("DELETE FROM " + name)));
    }

    private void flush() {
        TableShape shape = table;
        if (shape == null || waiting.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch(shape.insert())) {
                waiting.forEach(row -> shape.bind(row, batch));
                String contradiction = "The rows of '%s' in the backup contradict each other".formatted(shape.name());
                Refusals.whenReferred(contradiction, () -> Refusals.whenTaken(contradiction, batch::execute));
            }
        });
        waiting.clear();
        letters = 0;
    }

    /** What the database numbers by itself goes on behind the last number that was filled in. */
    private void continueNumbers() {
        for (String name : BackupTables.carried()) {
            if (present.contains(name)) {
                Optional<String> numbered = database.read(
                        handle -> TableShape.of(name, handle.getConnection()).numbered());
                numbered.ifPresent(column -> continueNumbers(name, column));
            }
        }
    }

    private void continueNumbers(String name, String column) {
        database.write(handle -> {
            long last = handle.createQuery("SELECT COALESCE(MAX(<column>), 0) FROM <table>")
                    .define("column", column)
                    .define("table", name)
                    .mapTo(Long.class)
                    .one();
            handle.execute("ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d".formatted(name, column, last + 1));
        });
    }
}
