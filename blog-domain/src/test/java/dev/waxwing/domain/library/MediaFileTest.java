package dev.waxwing.domain.library;

import static dev.waxwing.domain.fixture.Fixtures.ADA;
import static dev.waxwing.domain.fixture.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.fixture.NaughtyTexts;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaFileTest {
    private static final MediaAddress LAKE = new MediaAddress("/media/" + "ab".repeat(16) + "-1200x800.jpg");

    private final MediaFile lake =
            MediaFile.restore(new MediaFile.State(LAKE, "lake.jpg", "A lake", 70_000, ADA, NOON, 3));

    @Test
    void a_file_comes_in_with_its_name_and_what_it_shows() {
        MediaFile file = MediaFile.add(LAKE, "lake.jpg", " A lake\nat dawn ", 70_000, ADA, NOON);

        assertThat(file.state())
                .isEqualTo(new MediaFile.State(LAKE, "lake.jpg", "A lake at dawn", 70_000, ADA, NOON, 0));
        assertThat(file.address()).isEqualTo(LAKE);
        assertThat(file.drainEvents()).containsExactly(new MediaEvent.Added(LAKE, "lake.jpg", NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\ada\\lake.jpg, lake.jpg",
        "../../etc/passwd, passwd",
        "holiday/2026/, file",
        "'', file",
        "'  ', file",
        "湖.jpg, 湖.jpg"
    })
    void of_a_path_only_the_last_part_is_kept(String path, String name) {
        assertThat(MediaFile.add(LAKE, path, "", 1, null, NOON).state().name()).isEqualTo(name);
    }

    @Test
    void of_a_very_long_name_the_end_is_kept() {
        String name = MediaFile.add(LAKE, "x".repeat(300) + ".jpg", "", 1, null, NOON)
                .state()
                .name();

        assertThat(name).hasSize(200).endsWith("x.jpg");
    }

    @Test
    void no_name_that_a_file_may_have_is_refused() {
        for (String name : NaughtyTexts.ALL) {
            assertThat(MediaFile.add(LAKE, name, "", 1, null, NOON).state().name())
                    .isNotEmpty();
        }
    }

    @Test
    void describing_says_what_it_shows() {
        lake.describe("A lake under a red sky", NOON);

        assertThat(lake.state().alt()).isEqualTo("A lake under a red sky");
        assertThat(lake.drainEvents()).containsExactly(new MediaEvent.Described(LAKE, "A lake under a red sky", NOON));
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        lake.describe("A lake ", NOON);

        assertThat(lake.drainEvents()).isEmpty();
    }

    @Test
    void a_description_has_at_most_500_characters() {
        lake.describe("a".repeat(500), NOON);

        assertThatThrownBy(() -> lake.describe("a".repeat(501), NOON))
                .isInstanceOfSatisfying(
                        BlogException.Invalid.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("alt"));
    }

    @Test
    void a_file_that_leaves_says_its_name() {
        lake.remove(NOON);

        assertThat(lake.drainEvents()).containsExactly(new MediaEvent.Removed(LAKE, "lake.jpg", NOON));
    }

    @Test
    void whoever_has_seen_another_version_is_told_so() {
        lake.requireVersion(OptionalLong.of(3));
        lake.requireVersion(OptionalLong.empty());

        assertThatThrownBy(() -> lake.requireVersion(OptionalLong.of(2))).isInstanceOf(BlogException.Conflict.class);
    }
}
