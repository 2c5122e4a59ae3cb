package dev.waxwing.adapter.jdbi.shared;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One statement for many rows, which is parsed once. */
public final class Batches {
    private Batches() {}

    /**
     * Runs a statement for each of the rows; says for each how many it changed.
     *
     * @param binding gives the statement the values of a row
     */
    public static <T> int[] execute(Handle handle, String sql, List<T> rows, BiConsumer<PreparedBatch, T> binding) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (T row : rows) {
                binding.accept(batch, row);
                batch.add();
            }
            return batch.execute();
        }
    }

    /** Those of the rows for which a statement changed nothing. */
    public static <T> List<T> missed(List<T> rows, int[] changed) {
        return IntStream.range(0, changed.length)
                .filter(row -> changed[row] == 0)
                .mapToObj(rows::get)
                .toList();
    }
}
