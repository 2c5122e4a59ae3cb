package dev.waxwing.adapter.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.adapter.files.SiteFolder.Outcome;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteFolderTest {
    @TempDir
    private Path folder;

    @Test
    void only_what_differs_is_written() throws IOException {
        write(Map.of("index.html", "front", "a.html", "one"));

        assertThat(write(Map.of("index.html", "front", "a.html", "two"))).isEqualTo(new Outcome(1, 0));
        assertThat(folder.resolve("a.html")).hasContent("two");
    }

    @Test
    void what_is_not_named_any_more_goes_with_the_folders_that_held_nothing_else() throws IOException {
        write(Map.of("index.html", "front", "tags/a/feed.atom", "feed", "tags/b.html", "b"));

        assertThat(write(Map.of("index.html", "front", "tags/b.html", "b"))).isEqualTo(new Outcome(0, 1));
        assertThat(folder.resolve("tags/a")).doesNotExist();
        assertThat(folder.resolve("tags/b.html")).exists();
    }

    @Test
    void what_somebody_removed_is_written_again() throws IOException {
        write(Map.of("a.html", "one"));
        Files.delete(folder.resolve("a.html"));

        assertThat(write(Map.of("a.html", "one"))).isEqualTo(new Outcome(1, 0));
    }

    @Test
    void what_somebody_changed_is_written_again() throws IOException {
        write(Map.of("a.html", "one"));
        Files.writeString(folder.resolve("a.html"), "own");

        assertThat(write(Map.of("a.html", "one"))).isEqualTo(new Outcome(1, 0));
        assertThat(folder.resolve("a.html")).hasContent("one");
    }

    @Test
    void files_of_others_stay() throws IOException {
        write(Map.of("a.html", "one", "tags/a.html", "a"));
        Files.writeString(folder.resolve("tags/own.txt"), "own");

        write(Map.of());

        assertThat(folder.resolve("tags/own.txt")).hasContent("own");
        assertThat(folder.resolve("tags/a.html")).doesNotExist();
    }

    @Test
    void a_file_of_somebody_else_is_never_replaced() throws IOException {
        write(Map.of("a.html", "one"));
        Files.writeString(folder.resolve("b.html"), "own");

        assertThatThrownBy(() -> write(Map.of("a.html", "one", "b.html", "two")))
                .isInstanceOf(BlogException.Conflict.class)
                .hasMessageContaining("b.html");
        assertThat(folder.resolve("b.html")).hasContent("own");
    }

    @Test
    void a_folder_that_holds_something_else_is_refused() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "own");

        assertThatThrownBy(() -> SiteFolder.open(folder)).isInstanceOf(BlogException.Conflict.class);
        assertThat(folder).isDirectoryNotContaining(file -> file.endsWith(SiteFolder.ABOUT));
    }

    @Test
    void what_was_interrupted_goes_on_the_next_time() throws IOException {
        try (SiteFolder site = SiteFolder.open(folder)) {
            site.put("a.html", "one".getBytes(UTF_8));
            site.put("b.html", "two".getBytes(UTF_8));
        }
        Files.writeString(folder.resolve("a.html"), "cut");

        assertThat(write(Map.of("a.html", "one"))).isEqualTo(new Outcome(1, 1));
        assertThat(folder.resolve("a.html")).hasContent("one");
        assertThat(folder.resolve("b.html")).doesNotExist();
    }

    @Test
    void no_name_leads_out_of_the_folder() throws IOException {
        Path outside = Files.writeString(folder.resolveSibling("outside.txt"), "own");
        Path site = folder.resolve("site");
        SiteFolder.open(site).close();
        Files.writeString(site.resolve(".waxwing/files"), "../../outside.txt\n");

        try (SiteFolder opened = SiteFolder.open(site)) {
            assertThatThrownBy(opened::finish).isInstanceOf(BlogException.Invalid.class);
        }
        assertThat(outside).exists();
        Files.delete(outside);
    }

    private Outcome write(Map<String, String> files) throws IOException {
        try (SiteFolder site = SiteFolder.open(folder)) {
            files.forEach((name, content) -> site.put(name, content.getBytes(UTF_8)));
            return site.finish();
        }
    }
}
