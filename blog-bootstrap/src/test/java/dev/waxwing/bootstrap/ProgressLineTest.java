package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.LeftOut;
import dev.waxwing.application.archive.Settled;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressLineTest {
    private static final String WIPED = "\u001B[K";
    private static final Settled POST =
            new Settled("a.md", Settled.Outcome.IMPORTED, Optional.empty(), Optional.empty(), List.of(), List.of());

    private final StringWriter said = new StringWriter();
    private long now;

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(said), terminal, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void on_a_terminal_one_line_changes_ten_times_a_second_and_is_gone_at_the_end() {
        ProgressLine line = line(true);
        pass(Duration.ofMillis(100));
        line.show(1, 4, "files");
        pass(Duration.ofMillis(99));
        line.show(2, 4, "files");
        pass(Duration.ofMillis(1));
        line.show(3, 4, "files");
        line.end();

        assertThat(said)
                .hasToString("\r[#######-----------------------] 1 of 4 files" + WIPED
                        + "\r[######################--------] 3 of 4 files" + WIPED + "\r" + WIPED);
    }

    @Test
    void elsewhere_there_is_a_line_every_five_seconds() {
        ProgressLine line = line(false);
        for (int done = 1; done <= 12; done++) {
            pass(Duration.ofSeconds(1));
            line.show(done, 12, "files");
        }
        line.end();

        assertThat(said.toString().lines()).containsExactly("5 of 12 files", "10 of 12 files");
    }

    @Test
    void an_import_says_how_many_files_it_has_looked_at_and_then_how_many_are_done() {
        ImportProgress progress = new ImportProgress(line(true));
        pass(Duration.ofSeconds(1));
        progress.looked(3);
        progress.indexed(new ArchiveIndex(
                "notes",
                Optional.empty(),
                "plain",
                List.of(),
                List.of(),
                List.of(),
                Collections.nCopies(2, new LeftOut("a.md", LeftOut.Cause.NO_POST, 0, "no post")),
                List.of()));
        pass(Duration.ofSeconds(1));
        progress.settled(POST);
        pass(Duration.ofSeconds(1));
        progress.settled(POST);

        assertThat(said)
                .hasToString("\rLooked at 3 files" + WIPED + "\r[" + "#".repeat(15) + "-".repeat(15) + "] 1 of 2 files"
                        + WIPED + "\r[" + "#".repeat(30) + "] 2 of 2 files" + WIPED);
    }
}
