package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.archive.ArchiveIndex;
import dev.waxwing.application.archive.ImportArchive.Mode;
import dev.waxwing.application.archive.ImportReport;
import dev.waxwing.application.archive.UnusedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportReportFileTest {
    @TempDir
    Path folder;

    @Test
    void keys_without_a_place_are_listed_with_their_files() throws IOException {
        Path report = folder.resolve("report.json");
        try (ImportReportFile file = ImportReportFile.at(Optional.of(report), Mode.STORE)) {
            file.indexed(new ArchiveIndex(
                    "blog",
                    Optional.empty(),
                    "made up",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new UnusedKey("team", List.of("a.md", "b.md")))));
            file.finish(new ImportReport("blog", 0, Map.of(), 0, 0));
        }

        assertThat(Files.readString(report).replaceAll("\\s", ""))
                .contains("\"unusedHeaderKeys\":[{\"key\":\"team\",\"files\":[\"a.md\",\"b.md\"]}]");
    }
}
