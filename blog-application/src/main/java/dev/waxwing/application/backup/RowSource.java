package dev.waxwing.application.backup;

import java.util.function.Consumer;

/** Rows that are handed over one by one, so that a large table never stands in memory. */
@FunctionalInterface
public interface RowSource {
    void forEach(Consumer<Row> reader);
}
