package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.application.post.PostSummary;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsDeskTest {
    @TempDir
    Path folder;

    @Test
    void another_program_publishes_and_reads_posts() {
        assertThat(NewsDesk.publish(folder, "It works", "*Really.*"))
                .singleElement()
                .returns("It works", PostSummary::title)
                .returns("it-works", post -> post.slug().value());
    }
}
