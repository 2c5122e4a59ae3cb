package dev.waxwing.adapter.jdbi.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file is found by: made small here, so that both databases find the same. */
final class MediaWords {
    private static final int MOST = 10;

    private MediaWords() {}

    static String of(String name, String alt) {
        return (name + "\n" + alt).toLowerCase(Locale.ROOT);
    }

    /** A pattern of {@code LIKE}, with {@code !} as its escape, for each word that is asked for. */
    static List<String> patterns(String asked) {
        return Arrays.stream(asked.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .map(word -> "%" + word.replaceAll("[!%_]", "!$0") + "%")
                .toList();
    }
}
