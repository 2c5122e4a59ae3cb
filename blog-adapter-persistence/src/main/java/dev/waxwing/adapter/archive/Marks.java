package dev.waxwing.adapter.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the marks of generators by the brackets around them, from the first to the last. Takes linear time, whatever
 * opens and never closes.
 */
final class Marks {
    /** A longer one is text that happens to stand between brackets. */
    static final int LONGEST = 2_000;

    /**
     * A mark, or what begins like one.
     *
     * @param end after the closing bracket
     * @param inside what stands between the brackets; of a long mark only the beginning
     */
    record Mark(int start, int end, String opening, String inside) {
        boolean isLong() {
            return inside.length() == LONGEST;
        }
    }

    private final String text;
    private final List<String> openings;
    private final List<String> closings;
    private final Map<String, Integer> places = new HashMap<>();

    Marks(String text, List<String> openings, List<String> closings) {
        this.text = text;
        this.openings = openings;
        this.closings = closings;
    }

    /** The first mark at or after a place, which ends before another place; places are never asked for backwards. */
    Optional<Mark> next(int from, int to) {
        int start = place(openings, from);
        int inside = start + openings.get(0).length();
        if (inside > to) {
            return Optional.empty();
        }
        int close = place(closings, inside);
        int end = close + closings.get(0).length();
        if (end > to) {
            return Optional.empty();
        }
        return Optional.of(new Mark(
                start, end, text.substring(start, inside), text.substring(inside, Math.min(close, inside + LONGEST))));
    }

    /** Where the first of these brackets stands; behind the text if there is none. */
    private int place(List<String> brackets, int from) {
        int first = text.length();
        for (String bracket : brackets) {
            Integer known = places.get(bracket);
            if (known == null || known < from) {
                int found = text.indexOf(bracket, from);
                known = found < 0 ? text.length() : found;
                places.put(bracket, known);
            }
            first = Math.min(first, known);
        }
        return first;
    }
}
