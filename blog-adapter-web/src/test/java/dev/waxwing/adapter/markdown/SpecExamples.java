package dev.waxwing.adapter.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of a specification, and the list of those that are rendered differently on purpose. */
final class SpecExamples {
    private static final Pattern EXAMPLE = Pattern.compile(
            "^`{32} example(?: (\\w+))?\\n(.*?)^\\.\\n(.*?)^`{32}$", Pattern.DOTALL | Pattern.MULTILINE);

    private SpecExamples() {}

    /** One example: what is written, and what the specification says becomes of it. */
    record Example(int number, String extension, String markdown, String html) {
        @Override
        public String toString() {
            return number + (extension.isEmpty() ? "" : " " + extension) + ": "
                    + markdown.replace("\n", "⏎").replace("\t", "→");
        }
    }

    static List<Example> of(String file) {
        List<Example> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(text(file));
        while (example.find()) {
            examples.add(new Example(
                    examples.size() + 1,
                    Objects.requireNonNullElse(example.group(1), ""),
                    example.group(2).replace('→', '\t'),
                    example.group(3).replace('→', '\t')));
        }
        return examples;
    }

    /** Number and reason, a line each. */
    static Map<Integer, String> deviations(String file) {
        Map<Integer, String> deviations = new TreeMap<>();
        text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.split(" +", 2);
                    deviations.put(Integer.valueOf(parts[0]), parts[1]);
                });
        return deviations;
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(SpecExamples.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
