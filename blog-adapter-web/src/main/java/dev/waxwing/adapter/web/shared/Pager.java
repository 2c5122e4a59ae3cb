package dev.waxwing.adapter.web.shared;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages beside a page of a list are.
 *
 * @param number from 1
 */
public record Pager(
        int number, @Nullable String newer, @Nullable String older) {

    /** The part of a list that a page shows, and where the other parts are. */
    public record Part<T>(List<T> items, Pager pager) {}

    /**
     * Cuts a page out of what was found.
     *
     * @param found one more than a page shows, if there is more
     * @param address where page N is
     * @throws NotFoundResponse if there is no such page
     */
    public static <T> Part<T> cut(List<T> found, int number, int size, IntFunction<String> address) {
        if (found.isEmpty() && number > 1) {
            throw new NotFoundResponse();
        }
        boolean more = found.size() > size;
        Pager pager = new Pager(
                number, number > 1 ? address.apply(number - 1) : null, more ? address.apply(number + 1) : null);
        return new Part<>(more ? List.copyOf(found.subList(0, size)) : found, pager);
    }

    /** How many items the pages before this one show. */
    public static long offset(int number, int size) {
        return (number - 1L) * size;
    }

    public boolean needed() {
        return newer != null || older != null;
    }
}
