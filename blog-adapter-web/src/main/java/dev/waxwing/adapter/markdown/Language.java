package dev.waxwing.adapter.markdown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A language of code, as the table {@code languages.txt} describes it. */
final class Language {
    /** What a piece of code is; a reader sees it as a colour. */
    enum Kind {
        COMMENT,
        STRING,
        NUMBER,
        KEYWORD,
        BUILTIN,
        VARIABLE,
        TAG,
        ATTRIBUTE,
        ADDED,
        REMOVED,
        HUNK,
        PROMPT;

        String className() {
            return "hl-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a string may end. */
    enum Ending {
        LINE,
        QUOTE,
        QUOTE_WITHOUT_ESCAPES,
        ONE_CHARACTER
    }

    /** A pair of signs, and what is between them. */
    record Wrap(Kind kind, String open, String close) {}

    /** A quotation mark and how its string ends. */
    record Quote(String mark, Ending ending) {}

    private static final class Table {
        private static final Map<String, Language> LANGUAGES = read();
    }

    private final String id;
    private final String label;
    final List<String> names = new ArrayList<>();
    final List<String> comments = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final List<Wrap> wraps = new ArrayList<>();
    final Map<Character, Kind> marks = new HashMap<>();
    final Set<String> keywords = new HashSet<>();
    final Set<String> builtins = new HashSet<>();
    final List<String> tokens = new ArrayList<>();
    final Set<String> features = new HashSet<>();
    String letters = "";
    String keys = "";
    String sections = "";

    private Language(String id, String label) {
        this.id = id;
        this.label = label;
        names.add(id);
    }

    static Optional<Language> named(String name) {
        return Optional.ofNullable(Table.LANGUAGES.get(name.toLowerCase(Locale.ROOT)));
    }

    String id() {
        return id;
    }

    /** What a reader sees above the code; empty for plain text. */
    String label() {
        return label;
    }

    boolean has(String feature) {
        return features.contains(feature);
    }

    private static Map<String, Language> read() {
        List<Language> languages = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream("languages.txt")), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# ") && !line.equals("#"))
                    .forEach(line -> {
                        if (line.startsWith("[")) {
                            int end = line.indexOf(']');
                            languages.add(new Language(
                                    line.substring(1, end),
                                    line.substring(end + 1).strip()));
                        } else {
                            String[] words = line.strip().split(" +");
                            languages
                                    .get(languages.size() - 1)
                                    .add(words[0], List.of(words).subList(1, words.length), languages);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Language> named = new HashMap<>();
        languages.forEach(language -> language.names.forEach(name -> named.putIfAbsent(name, language)));
        return named;
    }

    private void add(String row, List<String> values, List<Language> before) {
        switch (row) {
            case "also" -> names.addAll(values);
            case "like" ->
                before.stream().filter(other -> other.id.equals(values.get(0))).forEach(this::addAll);
            case "comment" -> comments.addAll(values);
            case "string" -> quotes(values, Ending.LINE);
            case "text" -> quotes(values, Ending.QUOTE);
            case "raw" -> quotes(values, Ending.QUOTE_WITHOUT_ESCAPES);
            case "char" -> quotes(values, Ending.ONE_CHARACTER);
            case "wrap" -> wraps.add(new Wrap(kind(values.get(0)), values.get(1), values.get(2)));
            case "mark" -> values.stream().skip(1).forEach(sign -> marks.put(sign.charAt(0), kind(values.get(0))));
            case "keyword" -> keywords.addAll(values);
            case "builtin" -> builtins.addAll(values);
            case "token" -> tokens.addAll(values);
            case "letters" -> letters += String.join("", values);
            case "key" -> keys += String.join("", values);
            case "section" -> sections += String.join("", values);
            case "case", "lines", "markup" -> features.addAll(values);
            default -> throw new IllegalStateException("languages.txt: no such row: " + row);
        }
        wraps.sort(Comparator.comparing((Wrap wrap) -> -wrap.open.length()));
        quotes.sort(Comparator.comparing((Quote quote) -> -quote.mark.length()));
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private void quotes(List<String> marks, Ending ending) {
        marks.forEach(mark -> quotes.add(new Quote(mark, ending)));
    }

    private void addAll(Language other) {
        comments.addAll(other.comments);
        quotes.addAll(other.quotes);
        wraps.addAll(other.wraps);
        marks.putAll(other.marks);
        keywords.addAll(other.keywords);
        builtins.addAll(other.builtins);
        tokens.addAll(other.tokens);
        features.addAll(other.features);
        letters += other.letters;
        keys += other.keys;
        sections += other.sections;
    }
}
