package dev.waxwing.bootstrap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers that say what shows something name classes and tests that are there, and forget nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PapersTest {
    private static final Path ROOT = Path.of("..");

    /** A class, or one of its methods or rules, between backquotes. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:\\.([a-z][A-Za-z0-9_]*))?`");

    private static final Pattern FAILURE = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|([^|]*)\\|$");
    private static final Pattern REQUIREMENT =
            Pattern.compile("(?m)^\\| (\\d+)\\.(\\d+\\.\\d+) \\| ([12]) \\| [^|]+ \\| ([a-z ]+) \\| ([^|]+) \\|$");

    /** How many requirements of levels 1 and 2 each chapter of the standard has, without those that a blog has no part in. */
    private static final Map<String, Long> REQUIREMENTS = Map.ofEntries(
            Map.entry("1", 27L),
            Map.entry("2", 11L),
            Map.entry("3", 19L),
            Map.entry("4", 10L),
            Map.entry("5", 9L),
            Map.entry("6", 35L),
            Map.entry("7", 18L),
            Map.entry("8", 7L),
            Map.entry("11", 14L),
            Map.entry("12", 9L),
            Map.entry("13", 13L),
            Map.entry("14", 9L),
            Map.entry("15", 13L),
            Map.entry("16", 16L));

    private static final List<String> ANSWERS = List.of("yes", "none", "operator", "open");

    /** Sources by the name of their class, which several may share. */
    private static Map<String, List<Path>> sources;

    @BeforeAll
    static void find() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, "blog-*")) {
            for (Path module : modules) {
                try (Stream<Path> found = Files.walk(module.resolve("src"))) {
                    found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        sources = files.stream()
                .collect(groupingBy(file -> file.getFileName().toString().replace(".java", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/failure-classes.md", "docs/asvs.md", "docs/security.md"})
    void what_a_paper_names_is_there(String paper) {
        List<MatchResult> named =
                NAMED.matcher(read(ROOT.resolve(paper))).results().toList();

        assertThat(named).isNotEmpty().allSatisfy(name -> {
            assertThat(sources).containsKey(name.group(1));
            if (name.group(2) != null) {
                assertThat(sources.get(name.group(1)))
                        .as(name.group())
                        .anyMatch(source -> read(source).matches("(?s).*\\b" + name.group(2) + "( ?\\(| =).*"));
            }
        });
    }

    @Test
    void each_of_the_thirty_ways_names_a_test() {
        List<MatchResult> rows = FAILURE.matcher(read(ROOT.resolve("docs/failure-classes.md")))
                .results()
                .toList();

        assertThat(rows)
                .extracting(row -> Integer.valueOf(row.group(1)))
                .isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
        assertThat(rows)
                .filteredOn(row -> !row.group(2).contains("as 9"))
                .allMatch(row -> NAMED.matcher(row.group(2)).find());
    }

    @Test
    void each_requirement_of_the_standard_has_its_answer() {
        String paper = read(ROOT.resolve("docs/asvs.md"));
        List<MatchResult> rows = REQUIREMENT.matcher(paper).results().toList();

        assertThat(rows).extracting(row -> row.group(1) + "." + row.group(2)).doesNotHaveDuplicates();
        assertThat(rows.stream().collect(groupingBy(row -> row.group(1), counting())))
                .isEqualTo(REQUIREMENTS);
        assertThat(rows).extracting(row -> row.group(4)).allMatch(ANSWERS::contains);
        assertThat(rows)
                .filteredOn(row -> row.group(4).equals("yes"))
                .allMatch(row ->
                        NAMED.matcher(row.group(5)).find() || row.group(5).contains("]("));
        for (String answer : ANSWERS) {
            long count =
                    rows.stream().filter(row -> row.group(4).equals(answer)).count();
            assertThat(paper).contains("| %s | %d |".formatted(answer, count));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
