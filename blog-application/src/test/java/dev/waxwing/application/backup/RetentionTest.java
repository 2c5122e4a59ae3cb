package dev.waxwing.application.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionTest {

    @Test
    void the_newest_of_each_day_and_of_each_week_is_kept() {
        Instant wednesday = Instant.parse("2026-03-04T23:00:00Z");
        List<Instant> twiceADay = IntStream.range(0, 60)
                .mapToObj(halfDay -> wednesday.minus(Duration.ofHours(12L * halfDay)))
                .toList();

        assertThat(new Retention(3, 3).kept(twiceADay))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "2026-03-04T23:00:00Z",
                                "2026-03-03T23:00:00Z",
                                "2026-03-02T23:00:00Z",
                                "2026-03-01T23:00:00Z",
                                "2026-02-22T23:00:00Z")
                        .map(Instant::parse)
                        .toList());
    }

    @Test
    void days_without_a_backup_do_not_count() {
        Instant late = Instant.parse("2026-03-04T10:00:00Z");
        Instant early = Instant.parse("2025-01-01T10:00:00Z");

        assertThat(new Retention(2, 0).kept(List.of(early, late))).containsExactlyInAnyOrder(early, late);
    }

    @Test
    void the_newest_is_always_kept() {
        assertThatThrownBy(() -> new Retention(0, 4)).isInstanceOf(BlogException.Invalid.class);
    }
}
