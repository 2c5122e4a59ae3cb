package dev.waxwing.adapter.web.account;

import java.util.List;

/**
 * What people call the program that a request names in its header User-Agent, such as {@code Firefox on Linux}. Browsers name
 * themselves after each other, so the first of these words that is there decides.
 */
public final class BrowserName {
    /** A word that programs name themselves with, and what people say. */
    private record Word(String sign, String name) {}

    private static final List<Word> PROGRAMS = List.of(
            new Word("Edg", "Edge"),
            new Word("OPR/", "Opera"),
            new Word("SamsungBrowser/", "Samsung Internet"),
            new Word("Vivaldi/", "Vivaldi"),
            new Word("FxiOS/", "Firefox"),
            new Word("Firefox/", "Firefox"),
            new Word("CriOS/", "Chrome"),
            new Word("Chrome/", "Chrome"),
            new Word("Safari/", "Safari"));

    private static final List<Word> SYSTEMS = List.of(
            new Word("iPhone", "an iPhone"),
            new Word("iPad", "an iPad"),
            new Word("Android", "Android"),
            new Word("Windows", "Windows"),
            new Word("Mac OS X", "a Mac"),
            new Word("CrOS", "ChromeOS"),
            new Word("Linux", "Linux"));

    private BrowserName() {}

    /** What is no browser is called by the first word that it says of itself. */
    public static String of(String program) {
        String name = first(PROGRAMS, program);
        if (name.isEmpty()) {
            return program.isBlank() ? "Unknown" : program.strip().split("[/\\s]", 2)[0];
        }
        String system = first(SYSTEMS, program);
        return system.isEmpty() ? name : name + " on " + system;
    }

    private static String first(List<Word> words, String program) {
        return words.stream()
                .filter(word -> program.contains(word.sign()))
                .map(Word::name)
                .findFirst()
                .orElse("");
    }
}
