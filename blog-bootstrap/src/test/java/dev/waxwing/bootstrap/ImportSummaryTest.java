package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.BrokenLink;
import dev.waxwing.application.archive.ImportArchive.Mode;
import dev.waxwing.application.archive.ImportReport;
import dev.waxwing.application.archive.Note;
import dev.waxwing.application.archive.Settled;
import dev.waxwing.application.archive.Settled.Outcome;
import dev.waxwing.application.archive.UnusedKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportSummaryTest {
    private static final Note PERMALINK = new Note(3, "the permalink leaves the site");

    private final ImportSummary summary = new ImportSummary();

    @Test
    void each_note_is_told_with_its_file_and_line() {
        settle("a.md", Outcome.IMPORTED, PERMALINK, new Note(0, "no title in the header"));
        settle("b.md", Outcome.REFUSED, new Note(2, "the header is not YAML"));
        settle("c.md", Outcome.UNCHANGED);

        assertThat(printed(Optional.empty()))
                .containsSubsequence(
                        "could not be imported: 1",
                        "  b.md:2  the header is not YAML",
                        "notes on files that were imported: 2",
                        "  a.md:3  the permalink leaves the site",
                        "  a.md  no title in the header")
                .noneMatch(line -> line.contains("more"));
    }

    @Test
    void of_many_notes_the_first_are_told_and_where_the_others_are() {
        for (int i = 1; i <= 62; i++) {
            settle(i + ".md", Outcome.REVISED, PERMALINK);
        }

        assertThat(printed(Optional.empty()))
                .contains("  50.md:3  the permalink leaves the site")
                .doesNotContain("  51.md:3  the permalink leaves the site")
                .endsWith("  and 12 more; --report FILE writes down all of them");
        assertThat(printed(Optional.of(Path.of("report.json"))))
                .endsWith("  and 12 more; all of them in the report", "What became of each file is in report.json");
    }

    @Test
    void what_was_left_out_is_counted_by_its_reason() {
        settle("README.md", Outcome.NO_POST, new Note(0, "a note about the files, not a post"));
        settle("LICENSE.md", Outcome.NO_POST, new Note(0, "a note about the files, not a post"));

        assertThat(printed(Optional.empty())).endsWith("  2 left out: a note about the files, not a post");
    }

    @Test
    void links_that_lead_nowhere_are_told_up_to_twenty() {
        for (int i = 1; i <= 21; i++) {
            summary.broken(new BrokenLink("a.md", "/" + i));
        }

        assertThat(printed(Optional.empty()))
                .contains("links that lead nowhere: 21", "  a.md  /20")
                .endsWith("  and 1 more; --report FILE writes down all of them");
    }

    @Test
    void keys_without_a_place_are_counted_in_one_line() {
        summary.indexed(index(new UnusedKey("team", List.of("a.md", "b.md")), new UnusedKey("mood", List.of("a.md"))));

        assertThat(printed(Optional.empty())).contains("header keys that Waxwing has no place for: team 2, mood 1");
    }

    @Test
    void of_many_keys_without_a_place_the_first_twenty_are_told() {
        summary.indexed(index(IntStream.rangeClosed(1, 22)
                .mapToObj(number -> new UnusedKey("k" + number, List.of("a.md")))
                .toArray(UnusedKey[]::new)));

        assertThat(printed(Optional.empty())).anyMatch(line -> line.endsWith("k19 1, k20 1 and 2 more"));
    }

    private static ArchiveIndex index(UnusedKey... keys) {
        return new ArchiveIndex(
                "blog", Optional.empty(), "made up", List.of(), List.of(), List.of(), List.of(), List.of(keys));
    }

    private void settle(String source, Outcome outcome, Note... notes) {
        summary.settled(new Settled(source, outcome, Optional.empty(), Optional.empty(), List.of(), List.of(notes)));
    }

    private List<String> printed(Optional<Path> report) {
        StringWriter out = new StringWriter();
        summary.print(new ImportReport("test", 0, Map.of(), 0, 0), Mode.STORE, report, new PrintWriter(out));
        return out.toString().lines().toList();
    }
}
