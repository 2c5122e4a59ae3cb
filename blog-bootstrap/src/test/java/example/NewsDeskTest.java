package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.PostSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsDeskTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path EXAMPLE = ROOT.resolve("blog-bootstrap/src/test/java/example/NewsDesk.java");

    @TempDir
    Path folder;

    @Test
    void another_program_publishes_and_reads_posts() {
        assertThat(NewsDesk.publish(folder, "It works", "*Really.*"))
                .singleElement()
                .returns("It works", PostSummary::title)
                .returns("it-works", post -> post.slug().value());
    }

    @Test
    void the_readme_shows_what_is_compiled_here() throws IOException {
        String method = Files.readString(EXAMPLE)
                .lines()
                .dropWhile(line -> !line.contains("publish(Path"))
                .takeWhile(line -> !line.equals("}"))
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n"));

        assertThat(method).contains("posts.publish()");
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(method);
    }
}
