package dev.waxwing.bootstrap;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How far apart spellings are. */
final class Spelling {
    private Spelling() {}

    /** The one that is written most alike; empty if there is none at all. */
    static Optional<String> nearest(String written, Stream<String> known) {
        return known.min(Comparator.comparingInt(candidate -> distance(candidate, written)));
    }

    /** The least number of letters to insert, remove or replace to get from one to the other (Levenshtein). */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
