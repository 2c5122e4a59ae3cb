package dev.waxwing.adapter.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.markdown.SpecExamples.Example;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the specifications, with all of the house's own syntax switched on as it always is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpecificationTest {
    private static final CommonMarkRenderer RENDERER = new CommonMarkRenderer();
    private static final Map<Integer, String> COMMONMARK = SpecExamples.deviations("commonmark-deviations.txt");
    private static final Map<Integer, String> GITHUB = SpecExamples.deviations("gfm-deviations.txt");

    static List<Example> commonMark() {
        return SpecExamples.of("commonmark/spec.txt");
    }

    static List<Example> gitHub() {
        return SpecExamples.of("gfm/spec.txt");
    }

    @ParameterizedTest
    @MethodSource("commonMark")
    void renders_the_example_of_common_mark(Example example) {
        compare(example, COMMONMARK);
    }

    @ParameterizedTest
    @MethodSource("gitHub")
    void renders_the_example_of_git_hub_flavored_markdown(Example example) {
        compare(example, GITHUB);
    }

    @Test
    void no_example_is_overlooked() {
        assertThat(commonMark()).hasSize(655);
        assertThat(gitHub()).hasSize(673);
        assertThat(gitHub())
                .filteredOn(example -> example.extension().equals("table"))
                .hasSize(8);
        assertThat(gitHub())
                .filteredOn(example -> example.extension().equals("autolink"))
                .hasSize(11);
        assertThat(gitHub())
                .filteredOn(example -> example.extension().equals("strikethrough"))
                .hasSize(2);
    }

    private static void compare(Example example, Map<Integer, String> deviations) {
        String html = RENDERER.plain(example.markdown());

        if (deviations.containsKey(example.number())) {
            assertThat(html).as("is no deviation any more: %s", example).isNotEqualTo(example.html());
        } else {
            assertThat(html).isEqualTo(example.html());
        }
    }
}
