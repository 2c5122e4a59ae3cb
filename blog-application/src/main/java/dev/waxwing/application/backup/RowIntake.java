package dev.waxwing.application.backup;

import dev.waxwing.domain.shared.BlogException;
import java.util.function.Consumer;

/** Port: a database in which no blog lives yet, and which takes the rows of one. */
public interface RowIntake {

    /**
     * Takes all rows that the giver gives, or none. The tables are made as they were when the rows were read, and brought up
     * to date behind that.
     *
     * @param schema the version of the tables that the rows are from
     * @throws BlogException.Conflict if a blog lives there already
     * @throws BlogException.Unavailable if a newer program wrote the rows, or the database does not answer
     */
    void take(int schema, Consumer<Shelf> giver);

    /** Where the rows are put, the tables in an order in which none refers to a later one. */
    interface Shelf {
        /** @throws BlogException.Invalid (field "backup") if the table or a column is unknown, or a value does not fit */
        void put(String table, Row row);
    }
}
