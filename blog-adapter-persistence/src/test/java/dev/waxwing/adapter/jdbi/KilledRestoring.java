package dev.waxwing.adapter.jdbi;

import static dev.waxwing.domain.fixture.Fixtures.aTag;

import dev.waxwing.application.backup.RowIntake.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Gives a database the rows of a small blog, says so, and waits before they are there for good; the test kills it. */
final class KilledRestoring {
    private KilledRestoring() {}

    public static void main(String[] arguments) {
        begin(arguments[0]).take(Schema.VERSION, shelf -> {
            giveRows(shelf);
            System.out.println("halfway");
            await();
        });
    }

    /** @param place the address of a database, or a folder */
    static JdbiRestoration begin(String place) {
        return place.startsWith("jdbc:")
                ? JdbiRestoration.at(place, PostgreSqlServer.USER, "")
                : JdbiRestoration.inFolder(Path.of(place));
    }

    static void giveRows(Shelf shelf) {
        try (JdbiPersistence blog = Databases.openH2InMemory()) {
            blog.tags().save(aTag("Kept"));
            for (String table : blog.rows().tables()) {
                blog.rows().rows(table).forEach(row -> shelf.put(table, row));
            }
        }
    }

    private static void await() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
